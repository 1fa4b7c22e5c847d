// The playground. Content of mail is always set as text, never as HTML.
import { pythonFor } from "/page/python.js";
import { bdi, cited, day, el, shown } from "/page/text.js";

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
const POLL_MS = 1000;
const CONNECTED = { service: "mail", scope: "mail.read" };
const EXAMPLE_SCHEMA = {
  type: "object",
  properties: { subject: { type: "string" }, summary: { type: "string" } },
  required: ["subject", "summary"],
  additionalProperties: false,
};
const config = await (await fetch("/page/config")).json();
let sending = null;

// ── status line ────────────────────────────────────────────────────────────────────────────────────────────────

function say(text, bad = false) {
  $("status").textContent = shown(text);
  $("status").classList.toggle("bad", bad);
}

/** Show a failure; *why* is what the server says of it, if anything. */
function fail(code, why = undefined) {
  if (code === "auth") {
    $("key-field").hidden = false;
    $("key").focus();
  }
  const said = code !== "auth" && typeof why === "string" ? why : "";
  say(`${said || (WORDS[code] ?? "The server answered with an error.")} (${code})`, true);
}

const mode = () => new FormData($("form")).get("mode");
const user = () => $("user").value.trim();

// ── the server ──────────────────────────────────────────────────────────────────────────────────────────────────

function post(route, body, signal) {
  const key = $("key").value.trim().replace(/[^!-~]/gu, "?") || (config.keys ? "" : "local"); // characters that a header cannot carry
  const headers = { "Content-Type": "application/json", Authorization: `Bearer ${key}` };
  return fetch(`/v1/${route}`, { method: "POST", headers, body: JSON.stringify({ user: user(), ...body }), signal });
}

const codeOf = (error) => ({ AbortError: "request_aborted", SyntaxError: "invalid_json_response" }[error.name] ?? "network_error");

/** The reply as an object; {error} where there is none. */
async function call(route, body = {}, signal = undefined) {
  try {
    return await (await post(route, body, signal)).json();
  } catch (error) {
    return { error: codeOf(error) };
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

// ── requests ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** What is asked for, as the API takes it. Throws a SyntaxError for a schema that is not JSON. */
function parameters() {
  const text = $("question").value;
  const given = { [mode() === "search" ? "query" : "input"]: text };
  for (const label of document.querySelectorAll(".options label")) {
    const field = label.querySelector("input, select, textarea");
    if (!label.hidden && field.value.trim()) given[field.id] = field.type === "number" ? Number(field.value) : field.value.trim();
  }
  const { schema, ...asked } = given;
  if (asked.output_format === "schema") asked.output_format = { strict: true, schema: JSON.parse(schema ?? "") };
  if (asked.filter_people) asked.filter_people = asked.filter_people.split(",").map((one) => one.trim()).filter(Boolean);
  return asked;
}

async function send() {
  if (sending || !$("form").reportValidity()) return;
  if (!user()) return refuse("user", "Give a user first: whose mail is to be read? (params)");
  if (mode() !== "search" && !$("question").value.trim()) return refuse("question", "Write a question first.");
  let asked;
  try {
    asked = parameters();
  } catch (error) {
    return refuse("schema", `The schema is not JSON: ${error.message}`);
  }
  await ask(mode(), asked);
}

function refuse(id, why) {
  say(why, true);
  $(id).focus();
}

async function ask(what, asked) {
  const started = performance.now();
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
    else fail(codeOf(error));
  } finally {
    sending = null;
    busy(false);
    $("result").hidden = !$("answer").textContent;
  }
}

const seconds = (started) => `${((performance.now() - started) / 1000).toFixed(2)} s`;

function busy(yes) {
  const isLeft = [document.body, $("stop")].includes(document.activeElement); // the focused button was disabled
  $("send").disabled = yes;
  $("stop").disabled = !yes;
  $("answer").setAttribute("aria-busy", String(yes));
  $("answer").classList.toggle("waiting", yes);
  // Not the question, where a phone would open its keyboard over the answer.
  if (!yes && isLeft) $("send").focus({ preventScroll: true });
}

function clear(what) {
  $("answer").replaceChildren();
  $("answer").classList.remove("json");
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
  $("answer").classList.toggle("json", Boolean(asked.output_format));
  for await (const event of stream(`recall/${what}`, asked, sending.signal)) {
    if (event.error) {
      fail(event.error, event.message);
      return false;
    }
    if (what === "run") showEvent(event, performance.now() - started);
    whole ||= event.type === "run.done";
    sources = event.metadata?.sources ?? sources;
    addTo(text, event);
  }
  if (!whole) {
    fail("network_error");
    return false;
  }
  showSources(sources);
  if (!asked.output_format) text.replaceWith(...cited(text.data, sources));
  return true;
}

/** Add what *event* holds of the answer; an output that is no text replaces what there was of it. */
function addTo(text, { type, delta, output }) {
  const piece = delta ?? output;
  if (typeof piece === "object" && piece !== null) text.data = shown(JSON.stringify(piece, null, 2));
  else if (typeof piece === "string" && type !== "run.done") text.appendData(shown(piece));
}

async function search(asked) {
  const found = await call("recall/search", asked, sending.signal);
  if (found.error === "request_aborted") throw new DOMException("stopped", "AbortError");
  if (found.error) {
    fail(found.error, found.message);
    return false;
  }
  $("answer").append(...found.results.map(showHit));
  if (!found.results.length) $("answer").append(el("p", { class: "muted" }, "Nothing was found."));
  return true;
}

// ── results ───────────────────────────────────────────────────────────────────────────────────────────────────

const SHORT = 400;

function showHit(hit) {
  const text = hit.content ?? "";
  const title = el("h3", {}, bdi(hit.subject || "(no subject)"));
  const made = el("article", { class: "hit" }, title, about([hit.from, day(hit.timestamp)]));
  const isShort = text.length <= SHORT;
  made.append(el("p", {}, isShort ? text : `${text.slice(0, SHORT).trimEnd()}…`));
  if (!isShort) made.append(el("details", {}, el("summary", {}, "All of it"), el("p", {}, text)));
  return made;
}

const about = (parts) => el("small", {}, ...parts.filter(Boolean).flatMap((part, at) => (at ? [" · ", bdi(part)] : [bdi(part)])));

function showSources(sources) {
  $("sources").hidden = !sources.length;
  const rows = sources.map((source, at) =>
    el("li", { id: `source-${at + 1}`, tabindex: "-1" }, bdi(source.title || source.id), about([source.provider, day(source.timestamp)])));
  $("sources").querySelector("ol").replaceChildren(...rows);
}

function showEvent(event, milliseconds) {
  const last = $("events").lastElementChild;
  if (event.type === "run.output_text.delta" && event.type === last?.dataset.type) {
    last.dataset.count = String(Number(last.dataset.count) + 1);
    last.querySelector("code").textContent = `${event.type} × ${last.dataset.count}`;
    last.querySelector("pre").append(`\n${shown(JSON.stringify(event, null, 2))}`);
    return;
  }
  const summary = el("summary", {}, el("code", {}, event.type), el("span", { class: "late" }, `${Math.round(milliseconds)} ms`));
  const body = el("pre", {}, JSON.stringify(event, null, 2));
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
    getSelection().selectAllChildren($("code")); // browsers give access to the clipboard only with TLS
    if (!document.execCommand("copy")) return say("The browser does not let this page copy; it is selected, to be copied by hand.", true);
  }
  $("copy").textContent = "Copied";
}

// ── datasources ─────────────────────────────────────────────────────────────────────────────────────────────────

let polling = 0;
let isLost = false; // the server did not answer during indexing

async function refresh() {
  clearTimeout(polling);
  const asked = user();
  const listed = asked ? await call("datasources/list") : { datasources: [] };
  if (user() !== asked) return; // the user was changed meanwhile
  if (listed.error) {
    if (!isLost) fail(listed.error, listed.message);
    isLost = listed.error === "network_error" && $("datasources").querySelector("progress:not([hidden])") !== null;
    if (isLost) polling = setTimeout(refresh, POLL_MS);
    return;
  }
  if (isLost) say("The server answers again.");
  isLost = false;
  showDatasources(listed.datasources);
  clearTimeout(polling);
  if (listed.datasources.some((one) => one.progress < 100)) polling = setTimeout(refresh, POLL_MS);
}

/** Show the list; rows that were there stay, so that neither focus nor click is lost while it changes. */
function showDatasources(listed) {
  const before = new Map([...$("datasources").querySelectorAll("[data-id]")].map((row) => [row.dataset.id, row]));
  const rows = listed.map((one) => before.get(one.id) ?? datasourceRow(one));
  if (!rows.length) rows.push(el("li", { class: "muted" }, "Nothing is connected for this user."));
  if (rows.length !== $("datasources").childElementCount || rows.some((row) => !row.parentNode)) $("datasources").replaceChildren(...rows);
  listed.forEach((one, at) => {
    const indexing = one.progress < 100;
    rows[at].querySelector("progress").hidden = !indexing;
    rows[at].querySelector("progress").value = one.progress;
    const facts = [one.status, indexing ? `${Math.floor(one.progress)} %` : "", one.subtitle];
    rows[at].querySelector("small").textContent = shown(facts.filter(Boolean).join(" · "));
  });
}

function datasourceRow(one) {
  const name = shown(one.title || one.id);
  const label = { type: "button", class: "small", "aria-label": `Disconnect ${name}` };
  const button = el("button", { ...label, click: () => disconnect(one, name) }, "Disconnect");
  const progress = el("progress", { max: "100", "aria-label": `${name}: indexing` });
  return el("li", { "data-id": one.id }, el("div", { class: "row" }, el("strong", {}, bdi(name)), button), progress, el("small"));
}

async function disconnect(one, name) {
  if (!confirm(`Disconnect ${name}?\n\nWhat was read from it is deleted here; the mailbox itself stays as it is.`)) return;
  say(`Disconnecting ${name}…`);
  showCode("disconnect", { id: one.id });
  const gone = await call("datasources/disconnect", { id: one.id });
  await refresh();
  if (gone.error) return fail(gone.error, gone.message);
  say(`Disconnected ${name}; nothing of it is left in the index.`);
  $("connect").focus();
}

async function connect() {
  if (!user()) return refuse("user", "Give a user first: for whom is it? (params)");
  const state = crypto.getRandomValues(new Uint32Array(4)).join("-");
  const reply = await call("connectors/authorize", { ...CONNECTED, redirect_uri: `${location.origin}/`, state });
  if (reply.error) return fail(reply.error, reply.message);
  if (!URL.canParse(reply.url) || !/^https?:/i.test(reply.url)) return fail("invalid_json_response");
  sessionStorage.setItem("connecting", state);
  sessionStorage.setItem("connecting-user", user());
  location.assign(reply.url);
}

/** Say how the person came back from connecting. */
function comeBack() {
  const came = new URLSearchParams(location.search);
  if (!came.has("state") && !came.has("error")) return;
  const [state, who] = ["connecting", "connecting-user"].map((name) => sessionStorage.getItem(name));
  sessionStorage.clear();
  history.replaceState(null, "", location.pathname);
  if (!state || came.get("state") !== state) return say("This belongs to no connection begun on this page; it was ignored.", true);
  $("user").value = who;
  const error = came.get("error");
  if (error === "access_denied") return say("Not connected: it was cancelled.");
  if (error) return say(`Not connected: the server could not do it now. (${error})`, true);
  showCode("connect", CONNECTED);
  const key = config.keys ? " Give the API key again to see it." : "";
  say((came.has("already_connected") ? "That was connected before." : "Connected; it is being indexed.") + key);
}

// ── the page ────────────────────────────────────────────────────────────────────────────────────────────────────

function chooseMode() {
  const what = mode();
  $("send").textContent = { ask: "Ask", run: "Run", search: "Search" }[what];
  $("question-label").textContent = what === "search" ? "What to search for" : "Your question";
  $("question").placeholder = what === "search" ? "launch date" : "What did we decide about the launch date?";
  for (const label of document.querySelectorAll(".options label")) {
    const { for: modes, format } = label.dataset;
    label.hidden = !modes.split(" ").includes(what) || Boolean(format && format !== $("output_format").value);
    label.querySelector("input, select, textarea").disabled = label.hidden; // hidden fields are not validated
  }
}

$("user").value = config.user;
$("schema").value = JSON.stringify(EXAMPLE_SCHEMA, null, 2);
$("key-field").hidden = !config.keys;
$("hint").textContent = navigator.platform.startsWith("Mac") ? "⌘ + Enter" : "Ctrl + Enter";
$("form").addEventListener("submit", (event) => {
  event.preventDefault();
  send();
});
$("form").addEventListener("change", chooseMode);
$("form").addEventListener("invalid", () => ($("form").querySelector("details").open = true), true); // so that the invalid field is visible
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
  if (event.key === "Escape") sending?.abort();
});
$("stop").addEventListener("click", () => sending?.abort());
$("copy").addEventListener("click", copy);
$("connect").addEventListener("click", connect);
$("user").addEventListener("change", () => {
  $("datasources").replaceChildren(); // of the former user
  refresh();
});
$("key").addEventListener("change", refresh);
chooseMode();
comeBack();
if (config.keys) $("datasources").append(el("li", { class: "muted" }, "Give the API key to see them."));
else await refresh();
document.body.dataset.ready = "";
