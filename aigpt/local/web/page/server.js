// The server, as whom it is asked, and what is said of it on the status line.
import { shown } from "/page/text.js";

const $ = (id) => document.getElementById(id);
const WORDS = {
  auth: "The API key was not accepted.",
  params: "The server did not accept this: look at the user, the question and the options.",
  network_error: "The server could not be reached, or the line broke.",
  model_error: "The language model behind the server failed, or was too slow.",
  invalid_json_response: "What came back is not what the API sends: is something else answering at this address?",
  forbidden: "The server takes requests from its own pages only.",
  request_entity_too_large: "That is more than the server takes at once.",
  server_error: "The server failed; its log says why.",
};

export const config = await (await fetch("/page/config")).json();

export const user = () => $("user").value.trim();

// ── the status line ─────────────────────────────────────────────────────────────────────────────────────────────

export function say(text, bad = false) {
  $("status").textContent = shown(text);
  $("status").classList.toggle("bad", bad);
}

/** Show a failure; *why* is what the server says of it, if anything. */
export function fail(code, why = undefined) {
  if (code === "auth") {
    $("key-field").hidden = false;
    $("key").focus();
  }
  const said = code !== "auth" && typeof why === "string" ? why : "";
  say(`${said || (WORDS[code] ?? "The server answered with an error.")} (${code})`, true);
}

/** Say what is wrong with a field, and lead there. */
export function refuse(id, why) {
  say(why, true);
  $(id).focus();
}

// ── requests ────────────────────────────────────────────────────────────────────────────────────────────────────

function post(path, body, signal) {
  const key = $("key").value.trim().replace(/[^!-~]/gu, "?") || (config.keys ? "" : "local"); // characters that a header cannot carry
  const headers = { "Content-Type": "application/json", Authorization: `Bearer ${key}` };
  return fetch(path, { method: "POST", headers, body: JSON.stringify({ user: user(), ...body }), signal });
}

export const codeOf = (error) => ({ AbortError: "request_aborted", SyntaxError: "invalid_json_response" }[error.name] ?? "network_error");

/** The reply as an object; {error} where there is none. */
export async function call(path, body = {}, signal = undefined) {
  try {
    return await (await post(path, body, signal)).json();
  } catch (error) {
    return { error: codeOf(error) };
  }
}

/** The events of a stream, one by one. */
export async function* stream(path, body, signal) {
  const response = await post(path, { ...body, stream: true }, signal);
  if (!response.headers.get("Content-Type")?.startsWith("text/event-stream")) {
    yield await response.json();
    return;
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    let rest = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const lines = (rest + value).split("\n");
      rest = lines.pop();
      for (const line of lines) if (line.startsWith("data: ")) yield JSON.parse(line.slice(6));
    }
  } finally {
    reader.cancel().catch(() => {}); // rejects if the stream is broken
  }
}
