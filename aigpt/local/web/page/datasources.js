// The user's datasources: their list, and how one is connected and disconnected.
import { call, config, fail, refuse, say, user } from "/page/server.js";
import { bdi, el, shown } from "/page/text.js";

const $ = (id) => document.getElementById(id);
const POLL_MS = 1000;
export const CONNECTED = { service: "mail", scope: "mail.read" };
const KEPT = ["connecting", "connecting-user", "connecting-form"];

let polling = 0;
let isLost = false; // the server did not answer during indexing

export async function refresh() {
  clearTimeout(polling);
  const asked = user();
  const listed = asked ? await call("/v1/datasources/list") : { datasources: [] };
  if (user() !== asked) return; // the user was changed meanwhile
  if (listed.error) {
    if (!isLost) fail(listed.error, listed.message);
    isLost = listed.error === "network_error" && $("datasources").querySelector("progress:not([hidden])") !== null;
    if (isLost) polling = setTimeout(refresh, POLL_MS);
    return;
  }
  if (isLost) say("The server answers again.");
  isLost = false;
  showAll(listed.datasources);
  clearTimeout(polling);
  if (listed.datasources.some((one) => one.progress < 100)) polling = setTimeout(refresh, POLL_MS);
}

/** Show nothing, until the next refresh. */
export function forget() {
  $("datasources").replaceChildren();
  $("nothing").hidden = true;
}

/** Show the list; rows that were there stay, so that neither focus nor click is lost while it changes. */
function showAll(listed) {
  const before = new Map([...$("datasources").querySelectorAll("[data-id]")].map((row) => [row.dataset.id, row]));
  const rows = listed.map((one) => before.get(one.id) ?? rowOf(one));
  $("nothing").hidden = rows.length > 0 || !user();
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

function rowOf(one) {
  const name = shown(one.title || one.id);
  const label = { type: "button", class: "small", "aria-label": `Disconnect ${name}` };
  const button = el("button", { ...label, click: () => disconnect(one, name) }, "Disconnect");
  const progress = el("progress", { max: "100", "aria-label": `${name}: indexing` });
  return el("li", { "data-id": one.id }, el("div", { class: "row" }, el("strong", {}, bdi(name)), button), progress, el("small"));
}

async function disconnect(one, name) {
  if (!confirm(`Disconnect ${name}?\n\nWhat was read from it is deleted here; the mailbox itself stays as it is.`)) return;
  say(`Disconnecting ${name}…`);
  const gone = await call("/v1/datasources/disconnect", { id: one.id });
  await refresh();
  if (gone.error) return fail(gone.error, gone.message);
  document.dispatchEvent(new CustomEvent("disconnected", { detail: { id: one.id } }));
  say(`Disconnected ${name}; nothing of it is left in the index.`);
  $("connect").focus();
}

export async function connect() {
  if (!user()) return refuse("user", "Give a user first: for whom is it? (params)");
  const state = crypto.getRandomValues(new Uint32Array(4)).join("-");
  const reply = await call("/v1/connectors/authorize", { ...CONNECTED, redirect_uri: `${location.origin}/`, state });
  if (reply.error) return fail(reply.error, reply.message);
  if (!URL.canParse(reply.url) || !/^https?:/i.test(reply.url)) return fail("invalid_json_response");
  [state, user(), JSON.stringify(written())].forEach((value, at) => sessionStorage.setItem(KEPT[at], value));
  location.assign(reply.url);
}

/** What is written in the form, by the fields' ids; never a key. */
function written() {
  const fields = [...$("form").elements].filter(({ id, type, value }) => id && value && !["password", "submit", "button"].includes(type));
  return Object.fromEntries([["mode", new FormData($("form")).get("mode")], ...fields.map(({ id, value }) => [id, value])]);
}

/** Write into the form what was there when the person went to connect something. */
function restore() {
  const { mode, ...fields } = JSON.parse(sessionStorage.getItem("connecting-form") ?? "{}");
  sessionStorage.removeItem("connecting-form");
  for (const [id, value] of Object.entries(fields)) {
    const field = $("form").elements.namedItem(id); // none where another version of the page kept it
    if (field) field.value = value;
  }
  for (const radio of $("form").querySelectorAll("[name=mode]")) radio.checked = mode ? radio.value === mode : radio.checked;
  if (fields.question) $("question").focus({ preventScroll: true });
}

/** Say how the person came back from connecting; whether something is connected now. */
export function comeBack() {
  restore(); // also for those who went back in the browser
  const came = new URLSearchParams(location.search);
  if (!came.has("state") && !came.has("error")) return false;
  const [state, who] = KEPT.map((name) => sessionStorage.getItem(name));
  sessionStorage.clear();
  history.replaceState(null, "", location.pathname);
  if (!state || came.get("state") !== state) {
    say("This belongs to no connection begun on this page; it was ignored.", true);
    return false;
  }
  $("user").value = who;
  const error = came.get("error");
  if (error === "access_denied") say("Not connected: it was cancelled.");
  else if (error) say(`Not connected: the server could not do it now. (${error})`, true);
  if (error) return false;
  const key = config.keys ? " Give the API key again to see it." : "";
  say((came.has("already_connected") ? "That was connected before." : "Connected; it is being indexed.") + key);
  return true;
}
