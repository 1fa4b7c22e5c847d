// The playground: its form, and what sending it does. Content of mail is always set as text, never as HTML.
import { comeBack, connect, CONNECTED, forget, refresh } from "/page/datasources.js";
import { pythonFor } from "/page/python.js";
import { call, codeOf, config, fail, refuse, say, stream, user } from "/page/server.js";
import { el, shown } from "/page/text.js";
import { Conversation } from "/page/turns.js";

const $ = (id) => document.getElementById(id);
const EXAMPLE_SCHEMA = {
  type: "object",
  properties: { subject: { type: "string" }, summary: { type: "string" } },
  required: ["subject", "summary"],
  additionalProperties: false,
};
const conversation = new Conversation($("turns"));
let sending = null;

const mode = () => new FormData($("form")).get("mode");

// ── sending ─────────────────────────────────────────────────────────────────────────────────────────────────────

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
  return mode() === "search" || !conversation.history ? asked : { ...asked, history: conversation.history };
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

async function ask(what, asked) {
  const started = performance.now();
  sending = new AbortController();
  busy(true);
  clearEvents(what);
  say(what === "search" ? "Searching…" : "Asking…");
  showCode(what, asked);
  const turn = conversation.begin(what, asked);
  const follow = follower(turn.element);
  try {
    const done = what === "search" ? await search(turn, asked) : await answer(turn, what, asked, started);
    if (done) say(`Done in ${seconds(started)}.`);
  } catch (error) {
    if (error.name === "AbortError") say(`Stopped after ${seconds(started)}; what is shown is not all.`);
    else fail(codeOf(error));
  } finally {
    sending = null;
    turn.end();
    busy(false);
    follow();
    chooseMode();
  }
}

const seconds = (started) => `${((performance.now() - started) / 1000).toFixed(2)} s`;

/** Show the beginning of a turn; return what shows it again once there is room below it, if nobody scrolled meanwhile. */
function follower(element) {
  // Not scrollIntoView, after which Tab goes on from there where the button that was pressed is disabled.
  const lead = () => window.scrollTo({ top: window.scrollY + element.getBoundingClientRect().top - 8 });
  lead();
  const place = window.scrollY;
  return () => {
    if (window.scrollY === place && element.isConnected) lead();
  };
}

function busy(yes) {
  const isLeft = [document.body, $("stop")].includes(document.activeElement); // the focused button was disabled
  $("send").disabled = yes;
  $("anew").disabled = yes;
  $("stop").disabled = !yes;
  // Not the question, where a phone would open its keyboard over the answer.
  if (!yes && isLeft) $("send").focus({ preventScroll: true });
}

async function answer(turn, what, asked, started) {
  const { signal } = sending;
  let [metadata, whole] = [{ sources: [] }, what === "ask"];
  for await (const event of stream(`/v1/recall/${what}`, asked, signal)) {
    if (event.error) {
      fail(event.error, event.message);
      return false;
    }
    if (what === "run") showEvent(event, performance.now() - started);
    whole ||= event.type === "run.done";
    metadata = event.metadata ?? metadata;
    turn.take(event);
  }
  signal.throwIfAborted(); // it may have been the end of the conversation
  if (!whole) {
    fail("network_error");
    return false;
  }
  conversation.add(asked.input, turn.answer);
  turn.conclude(metadata, !asked.output_format);
  if ($("question").value === asked.input) $("question").value = ""; // it stands in the conversation now
  return true;
}

async function search(turn, asked) {
  const { signal } = sending;
  const found = await call("/v1/recall/search", asked, signal);
  signal.throwIfAborted();
  if (found.error) {
    fail(found.error, found.message);
    return false;
  }
  await turn.results(found.results, signal);
  return true;
}

/** Forget the conversation, and begin another one. */
function beginAnew() {
  sending?.abort();
  const remove = conversation.end();
  clearEvents("");
  say("");
  whenReleased(() => {
    remove();
    chooseMode();
  });
}

let isPressed = false; // a mouse button or a finger is down

/** Do *action* at once; while something is being pressed, afterwards, lest it moves away from below. */
function whenReleased(action) {
  if (!isPressed) return action();
  document.addEventListener("pointerup", () => setTimeout(action), { once: true });
}

// ── the last request: its events, and its code ──────────────────────────────────────────────────────────────────

function clearEvents(what) {
  $("events").replaceChildren();
  $("events-card").hidden = what !== "run";
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

// ── the page ────────────────────────────────────────────────────────────────────────────────────────────────────

function chooseMode() {
  const what = mode();
  $("send").textContent = { ask: "Ask", run: "Run", search: "Search" }[what];
  $("question-label").textContent = what === "search" ? "What to search for" : "Your question";
  $("question").placeholder = what === "search" ? "launch date" : conversation.history ? "And who was against it?" : "What did we decide about the launch date?";
  $("anew").hidden = conversation.isEmpty;
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
document.addEventListener("disconnected", ({ detail }) => {
  beginAnew(); // of what is deleted nothing stays here
  showCode("disconnect", detail);
});
for (const [name, is] of [["pointerdown", true], ["pointerup", false], ["pointercancel", false]]) {
  document.addEventListener(name, () => (isPressed = is), true);
}
$("stop").addEventListener("click", () => sending?.abort());
$("anew").addEventListener("click", () => {
  beginAnew();
  $("question").focus();
});
$("copy").addEventListener("click", copy);
for (const id of ["connect", "connect-first"]) $(id).addEventListener("click", connect);
$("user").addEventListener("change", () => {
  forget(); // of the former user
  beginAnew();
  refresh();
});
$("key").addEventListener("change", refresh);
if (comeBack()) showCode("connect", CONNECTED);
chooseMode();
if (config.keys) $("datasources").append(el("li", { class: "muted" }, "Give the API key to see them."));
else await refresh();
document.body.dataset.ready = "";
