// The playground. What comes from mail is only ever set as text, never as HTML.
import { pythonFor } from "/page/python.js";

const $ = (id) => document.getElementById(id);
const WORDS = {
  auth: "The API key was not accepted.",
  params: "The server did not accept this: look at the user, the question and the options.",
  network_error: "The server could not be reached, or the line broke.",
  model_error: "The language model behind the server failed, or was too slow.",
  not_found: "There is no such datasource any more.",
};
const POLL_MS = 1000;
const config = await (await fetch("/page/config")).json();
let sending = null;

// ── text and elements ───────────────────────────────────────────────────────────────────────────────────────────

/** Text as it may be shown: characters that turn the direction of others, and other controls, can be seen. */
const shown = (text) => String(text ?? "")
  .replace(/[\u200b\u2060\ufeff\u00ad]/g, "")
  .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");

function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else made.setAttribute(name, value);
  }
  made.append(...children.map((child) => (typeof child === "string" ? shown(child) : child)));
  return made;
}

function say(text, bad = false) {
  $("status").textContent = shown(text);
  $("status").classList.toggle("bad", bad);
}

function fail(code) {
  if (code === "auth") {
    $("key-field").hidden = false;
    $("key").focus();
  }
  say(`${WORDS[code] ?? "The server answered with an error."} (${code})`, true);
}

const mode = () => new FormData($("form")).get("mode");
const user = () => $("user").value.trim();

// ── the server ──────────────────────────────────────────────────────────────────────────────────────────────────

function post(route, body, signal) {
  const key = $("key").value.trim() || (config.keys ? "" : "local");
  const headers = { "Content-Type": "application/json", Authorization: `Bearer ${key}` };
  return fetch(`/v1/${route}`, { method: "POST", headers, body: JSON.stringify({ user: user(), ...body }), signal });
}

/** The reply as an object; {error} where there is none. */
async function call(route, body = {}, signal = undefined) {
  try {
    return await (await post(route, body, signal)).json();
  } catch (error) {
    return { error: error.name === "AbortError" ? "request_aborted" : "network_error" };
  }
}

/** The events of a stream, one by one. */
async function* stream(route, body, signal) {
  const response = await post(route, { ...body, stream: true }, signal);
  if (!response.headers.get("Content-Type")?.startsWith("text/event-stream")) {
    yield await response.json();
    return;
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const lines = (rest + value).split("\n");
    rest = lines.pop();
    for (const line of lines) if (line.startsWith("data: ")) yield JSON.parse(line.slice(6));
  }
}

// ── asking ──────────────────────────────────────────────────────────────────────────────────────────────────────

function parameters() {
  const text = $("question").value;
  const asked = mode() === "search" ? { query: text } : { input: text };
  for (const label of document.querySelectorAll(".options label")) {
    const field = label.querySelector("input, select");
    if (!label.hidden && field.value.trim()) asked[field.id] = field.type === "number" ? Number(field.value) : field.value.trim();
  }
  return asked;
}

async function send() {
  if (sending || !$("form").reportValidity()) return;
  if (!user()) return fail("params");
  if (mode() !== "search" && !$("question").value.trim()) {
    say("Write a question first.", true);
    return $("question").focus();
  }
  const [what, asked, started] = [mode(), parameters(), performance.now()];
  sending = new AbortController();
  busy(true);
  clear(what);
  say(what === "search" ? "Searching…" : "Asking…");
  showCode(what, asked);
  try {
    const done = what === "search" ? await search(asked) : await answer(what, asked, started);
    if (done) say(`Done in ${seconds(started)}.`);
  } catch (error) {
    if (error.name === "AbortError") say(`Stopped after ${seconds(started)}; what is shown is not all.`);
    else fail("network_error");
  } finally {
    sending = null;
    busy(false);
  }
}

const seconds = (started) => `${((performance.now() - started) / 1000).toFixed(2)} s`;

function busy(yes) {
  $("send").disabled = yes;
  $("stop").disabled = !yes;
  $("answer").setAttribute("aria-busy", String(yes));
  $("answer").classList.toggle("waiting", yes);
  if (!yes && document.activeElement === document.body) $("question").focus();
}

function clear(what) {
  $("answer").replaceChildren();
  $("sources").hidden = true;
  $("sources").querySelector("ol").replaceChildren();
  $("events").replaceChildren();
  $("events-card").hidden = what !== "run";
  $("result").hidden = false;
  $("result-title").textContent = what === "search" ? "Results" : "Answer";
}

async function answer(what, asked, started) {
  let [sources, whole] = [[], what === "ask"];
  const text = document.createTextNode("");
  $("answer").append(text);
  for await (const event of stream(`recall/${what}`, asked, sending.signal)) {
    if (event.error) {
      fail(event.error);
      return false;
    }
    if (what === "run") showEvent(event, performance.now() - started);
    const piece = what === "run" ? event.delta : event.output;
    if (typeof piece === "string" && event.type !== "run.done") text.appendData(shown(piece));
    else if (what === "ask" && event.output !== undefined) text.appendData(shown(JSON.stringify(event.output, null, 2)));
    if (event.type === "run.done") {
      whole = true;
      if (typeof event.output === "object") text.data = shown(JSON.stringify(event.output, null, 2));
    }
    sources = event.metadata?.sources ?? sources;
  }
  if (!whole) {
    fail("network_error");
    return false;
  }
  showSources(sources, text);
  return true;
}

async function search(asked) {
  const found = await call("recall/search", asked, sending.signal);
  if (found.error === "request_aborted") throw new DOMException("stopped", "AbortError");
  if (found.error) {
    fail(found.error);
    return false;
  }
  $("answer").append(...found.results.map(showHit));
  if (!found.results.length) $("answer").append(el("p", { class: "muted" }, "Nothing was found."));
  return true;
}

// ── what came ───────────────────────────────────────────────────────────────────────────────────────────────────

const day = (timestamp) => (timestamp ? new Date(typeof timestamp === "number" ? timestamp * 1000 : timestamp).toISOString().slice(0, 10) : "");

function showHit(hit) {
  const about = [hit.from, day(hit.timestamp)].filter(Boolean).join(", ");
  const text = hit.content ?? "";
  const short = text.length > 400 ? `${text.slice(0, 400)}…` : text;
  const made = el("article", { class: "hit" }, el("h3", {}, el("bdi", {}, hit.subject || "(no subject)")), el("small", {}, el("bdi", {}, about)), el("p", {}, short));
  if (short !== text) made.append(el("details", {}, el("summary", {}, "All of it"), el("p", {}, text)));
  return made;
}

function showSources(sources, text) {
  if (!sources.length) return;
  $("sources").hidden = false;
  const rows = sources.map((source, number) => {
    const about = [source.provider, day(source.timestamp)].filter(Boolean).join(", ");
    return el("li", { id: `source-${number + 1}`, tabindex: "-1" }, el("bdi", {}, source.title || source.id), " ", el("small", {}, el("bdi", {}, about)));
  });
  $("sources").querySelector("ol").replaceChildren(...rows);
  linkNumbers(text, sources.length);
}

/** Make "[2]" lead to the second source. */
function linkNumbers(text, count) {
  const parts = text.data.split(/(\[\d{1,3}\])/).map((part) => {
    const number = Number(part.slice(1, -1));
    return /^\[\d+\]$/.test(part) && number >= 1 && number <= count ? el("a", { href: `#source-${number}` }, part) : part;
  });
  if (parts.length > 1) text.replaceWith(...parts);
}

function showEvent(event, milliseconds) {
  const last = $("events").lastElementChild;
  const body = el("pre", {}, JSON.stringify(event, null, 2));
  if (last?.dataset.type === "run.output_text.delta" && event.type === last.dataset.type) {
    last.dataset.count = String(Number(last.dataset.count) + 1);
    last.querySelector("code").textContent = `${event.type} × ${last.dataset.count}`;
    last.querySelector("details").append(body);
    return;
  }
  const summary = el("summary", {}, el("code", {}, event.type), el("span", { class: "late" }, `${Math.round(milliseconds)} ms`));
  $("events").append(el("li", { "data-type": event.type, "data-count": "1" }, el("details", {}, summary, body)));
}

function showCode(what, asked) {
  $("code-card").hidden = false;
  $("code").textContent = pythonFor(what, asked, { user: user(), origin: location.origin, hostname: location.hostname, keys: config.keys });
  $("copy").textContent = "Copy";
}

async function copy() {
  try {
    await navigator.clipboard.writeText($("code").textContent);
  } catch {
    getSelection().selectAllChildren($("code")); // without TLS browsers keep the clipboard to themselves
    document.execCommand("copy");
  }
  $("copy").textContent = "Copied";
}

// ── datasources ─────────────────────────────────────────────────────────────────────────────────────────────────

let polling = 0;

async function refresh() {
  clearTimeout(polling);
  if (!user()) return;
  const listed = await call("datasources/list");
  if (listed.error) return fail(listed.error);
  const focused = document.activeElement?.dataset?.id;
  $("datasources").replaceChildren(...listed.datasources.map(showDatasource));
  if (!listed.datasources.length) $("datasources").append(el("li", { class: "muted" }, "Nothing is connected for this user."));
  if (focused) $("datasources").querySelector(`[data-id="${CSS.escape(focused)}"]`)?.focus();
  if (listed.datasources.some((one) => one.progress < 100)) polling = setTimeout(refresh, POLL_MS);
}

function showDatasource(one) {
  const row = el("li", {}, el("div", { class: "row" }, el("strong", {}, el("bdi", {}, one.title || one.id)), disconnectButton(one)));
  if (one.progress < 100) row.append(el("progress", { max: "100", value: String(one.progress), "aria-label": `${shown(one.title)}: indexing` }));
  row.append(el("small", {}, [one.status, one.progress < 100 ? `${Math.floor(one.progress)} %` : "", one.subtitle].filter(Boolean).join(" · ")));
  return row;
}

function disconnectButton(one) {
  const name = shown(one.title || one.id);
  return el("button", { type: "button", class: "small", "data-id": one.id, "aria-label": `Disconnect ${name}`, click: () => disconnect(one, name) }, "Disconnect");
}

async function disconnect(one, name) {
  if (!confirm(`Disconnect ${name} and delete its index?`)) return;
  say("Disconnecting…");
  const gone = await call("datasources/disconnect", { id: one.id });
  await refresh();
  if (gone.error) return fail(gone.error);
  say(`Disconnected ${name}; nothing of it is left in the index.`);
  $("connect").focus();
}

async function connect() {
  if (!user()) return fail("params");
  const state = crypto.getRandomValues(new Uint32Array(4)).join("-");
  sessionStorage.setItem("connecting", JSON.stringify({ state, user: user() }));
  const reply = await call("connectors/authorize", { service: "mail", scope: "mail.read", redirect_uri: `${location.origin}/`, state });
  if (reply.error) return fail(reply.error);
  const url = new URL(reply.url);
  if (!/^https?:$/.test(url.protocol)) return fail("network_error");
  location.assign(url);
}

/** Say how the person came back from connecting. */
function comeBack() {
  const came = new URLSearchParams(location.search);
  if (!came.has("state") && !came.has("error")) return;
  const asked = JSON.parse(sessionStorage.getItem("connecting") ?? "{}");
  sessionStorage.removeItem("connecting");
  history.replaceState(null, "", location.pathname);
  if (!asked.state || came.get("state") !== asked.state) return say("Nobody here asked to connect that; it is left out of account.", true);
  $("user").value = asked.user;
  if (came.get("error") === "access_denied") return say("Not connected: it was cancelled.");
  if (came.has("error")) return say(`Not connected (${came.get("error")}).`, true);
  say(came.has("already_connected") ? "That was connected before." : "Connected; it is being indexed.");
}

// ── the page ────────────────────────────────────────────────────────────────────────────────────────────────────

function chooseMode() {
  const what = mode();
  $("send").textContent = { ask: "Ask", run: "Run", search: "Search" }[what];
  $("question-label").textContent = what === "search" ? "What to search for" : "Your question";
  $("question").placeholder = what === "search" ? "launch date" : "What did we decide about the launch date?";
  for (const label of document.querySelectorAll(".options label")) label.hidden = !label.dataset.for.split(" ").includes(what);
}

$("user").value = config.user;
$("key-field").hidden = !config.keys;
$("hint").textContent = navigator.platform.startsWith("Mac") ? "⌘ + Enter" : "Ctrl + Enter";
$("form").addEventListener("submit", (event) => {
  event.preventDefault();
  send();
});
$("form").addEventListener("change", chooseMode);
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
  if (event.key === "Escape") sending?.abort();
});
$("stop").addEventListener("click", () => sending?.abort());
$("copy").addEventListener("click", copy);
$("connect").addEventListener("click", connect);
$("user").addEventListener("change", refresh);
$("key").addEventListener("change", refresh);
chooseMode();
comeBack();
if (!config.keys) await refresh();
document.body.dataset.ready = "";
