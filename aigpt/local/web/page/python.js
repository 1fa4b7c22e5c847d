// The Python code of the last request.

const WIDTH = 78;
const INDENT = "    ";

/** A string as Python writes it: JSON's escapes are Python's too, but for characters that hide. */
const quoted = (text) => JSON.stringify(text).replace(
  /[\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu,
  (one) => (one.length > 1 ? `\\U${one.codePointAt(0).toString(16).padStart(8, "0")}` : `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`),
);

/** A JSON value as Python writes it, on one line. */
function flat(value) {
  if (typeof value === "string") return quoted(value);
  if (Array.isArray(value)) return `[${value.map(flat).join(", ")}]`;
  if (value === null || value === undefined) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "None";
  return `{${Object.entries(value).map(([name, one]) => `${quoted(name)}: ${flat(one)}`).join(", ")}}`;
}

/** The same after *before*, on several lines indented by *depth* where one would be too long. */
function literal(value, depth, before) {
  const line = before + flat(value);
  if (typeof value !== "object" || value === null || depth * INDENT.length + line.length < WIDTH) return line;
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const parts = Object.entries(value).map(([name, one]) => literal(one, depth + 1, open === "[" ? "" : `${quoted(name)}: `));
  return `${before}${open}\n${spread(parts, depth)}${close}`;
}

const spread = (parts, depth) => parts.map((part) => `${INDENT.repeat(depth + 1)}${part},\n`).join("") + INDENT.repeat(depth);

/** A call with keywords, as lines indented by *depth*. */
function call(depth, before, values, after) {
  const given = Object.entries(values);
  const line = `${before}(${given.map(([name, value]) => `${name}=${flat(value)}`).join(", ")})${after}`;
  if (depth * INDENT.length + line.length <= WIDTH) return lines(depth, line);
  const parts = given.map(([name, value]) => literal(value, depth + 1, `${name}=`));
  return lines(depth, `${before}(\n${spread(parts, depth)})${after}`);
}

const lines = (depth, ...texts) => texts.map((text) => INDENT.repeat(depth) + text);

/** Return a program that does *what* with the parameters *asked*, where and as whom *where* says. */
export function pythonFor(what, asked, where) {
  const options = { ...(where.keys ? {} : { api_key: "local" }), user: where.user, base_url: `${where.origin}/v1` };
  const isHere = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(where.hostname);
  if (!isHere && where.origin.startsWith("http:")) options.allow_http = true;
  return [
    "import asyncio", "", "from aigpt import AsyncIGPT", "", "",
    "async def main():",
    ...(where.keys ? lines(1, "# The key is taken from the environment variable IGPT_API_KEY.") : []),
    ...call(1, "async with AsyncIGPT", options, " as igpt:"),
    ...WAYS[what](asked, what),
    "", "", "asyncio.run(main())", "",
  ].join("\n");
}

const WAYS = { ask: answering, run: answering, search: searching, connect: connecting, disconnect: disconnecting };

function answering({ history, ...others }, what) {
  const note = history ? lines(2, "# The history is no part of the API; the embedded server reads it.") : [];
  const asked = history ? { ...others, extra_body: { history } } : others;
  if (asked.output_format) {
    return [
      ...note,
      ...call(2, `reply = await igpt.recall.${what}`, asked, ""),
      ...lines(2, 'print(reply.output if reply.ok else f"failed: {reply.error}")'),
    ];
  }
  return [
    ...note,
    ...call(2, `async with igpt.recall.${what}`, { ...asked, stream: true }, " as stream:"),
    ...lines(3, "async for text in stream.text():", '    print(text, end="", flush=True)'),
    ...lines(2, "print()", "if stream.error:", '    print("this is not all:", stream.error)'),
    ...lines(2, "for source in stream.reply.sources:", '    print("-", source["title"])'),
  ];
}

function searching(asked) {
  return [
    ...call(2, "found = await igpt.recall.search", asked, ""),
    ...lines(2, "if found.error:", '    print("failed:", found.error)'),
    ...lines(2, "for hit in found.results:", '    print(hit["timestamp"], hit["from"], hit["subject"])'),
  ];
}

function connecting(asked) {
  return [
    ...call(2, "listed = await igpt.connectors.authorize_and_wait", asked, ""),
    ...lines(2, "if listed.error:", '    print("failed:", listed.error)'),
    ...lines(2, "for datasource in listed.datasources:", '    print(datasource["title"], datasource["progress"], "%")'),
  ];
}

function disconnecting(asked) {
  return [
    ...call(2, "gone = await igpt.datasources.disconnect", asked, ""),
    ...lines(2, 'print("disconnected" if gone.ok else f"failed: {gone.error}")'),
  ];
}
