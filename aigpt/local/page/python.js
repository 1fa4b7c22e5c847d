// The Python code for what was done on the page.

/** A string as Python writes it: JSON's escapes are Python's too, but for characters that hide. */
const quoted = (text) => JSON.stringify(text).replace(
  /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]/gu,
  (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
);

const keywords = (values) => Object.entries(values).map(([name, value]) => `${name}=${typeof value === "number" ? value : quoted(value)}`);

/** Return a program that does *what* ("ask", "run" or "search") with the parameters *asked*, as *where* says. */
export function pythonFor(what, asked, where) {
  const options = keywords({ ...(where.keys ? {} : { api_key: "local" }), user: where.user, base_url: `${where.origin}/v1` });
  const isHere = /^(localhost|127\..*|\[::1\])$/.test(where.hostname);
  if (!isHere && where.origin.startsWith("http:")) options.push("allow_http=True");
  const body = what === "search" ? searching(asked) : asking(what, asked);
  return [
    "import asyncio", "", "from aigpt import AsyncIGPT", "", "",
    "async def main():",
    ...(where.keys ? ["    # The key is taken from the environment variable IGPT_API_KEY."] : []),
    `    async with AsyncIGPT(${options.join(", ")}) as igpt:`,
    ...body.map((line) => `        ${line}`),
    "", "", "asyncio.run(main())", "",
  ].join("\n");
}

function searching(asked) {
  return [
    `found = await igpt.recall.search(${keywords(asked).join(", ")})`,
    "if found.error:",
    '    print("failed:", found.error)',
    "for hit in found.results:",
    '    print(hit["timestamp"], hit["from"], hit["subject"])',
  ];
}

function asking(what, asked) {
  if (asked.output_format) {
    return [`reply = await igpt.recall.${what}(${keywords(asked).join(", ")})`, 'print(reply.output if reply.ok else f"failed: {reply.error}")'];
  }
  return [
    `async with igpt.recall.${what}(${[...keywords(asked), "stream=True"].join(", ")}) as stream:`,
    "    async for text in stream.text():",
    '        print(text, end="", flush=True)',
    "print()",
    "if stream.error:",
    '    print("the line broke; this is not all:", stream.error)',
    "for source in stream.reply.sources:",
    '    print("-", source["title"])',
  ];
}
