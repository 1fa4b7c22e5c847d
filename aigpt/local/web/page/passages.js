// Sources and results that open where they are listed: at their passage, with the words of the question marked.
import { call, fail } from "/page/server.js";
import { about, bdi, day, el, shown } from "/page/text.js";

const FIRST = 4; // of a longer list; the rest on demand
const SHORT = 280; // characters of a result that the server made no excerpt of
const PASSAGES = "/page/passages";
const openers = new WeakMap(); // what opens each row

/** Fill *list* with *rows*, of which the first few are shown, and a button for the others; *name* is what they are. */
export function fillList(list, rows, name) {
  list.replaceChildren(...rows);
  const rest = rows.length > FIRST + 1 ? rows.slice(FIRST) : [];
  if (!rest.length) return;
  const button = el("button", { type: "button", class: "small more" }, `Show all ${rows.length} ${name}`);
  const reveal = () => {
    rest.forEach((row) => (row.hidden = false));
    button.remove();
  };
  rest.forEach((row) => {
    row.hidden = true;
    row.addEventListener("reveal", reveal);
  });
  button.addEventListener("click", () => {
    reveal();
    rest[0].querySelector("button").focus();
  });
  list.after(button);
}

/** A source of the answer to *asked*; *quote* is what the answer quotes of it first. */
export function sourceRow(id, source, asked, quote) {
  const title = source.title || source.id;
  const button = el("button", { type: "button", class: "opener" }, bdi(title));
  const row = el("li", { id }, button, about([source.provider, day(source.timestamp)]));
  makeOpen(row, button, { id: source.id, title, quote }, asked);
  return row;
}

/** A result of the search *asked*; *excerpt* is what the server made of it, if anything. */
export function hitRow(id, hit, asked, excerpt) {
  const title = hit.subject || "(no subject)";
  const button = el("button", { type: "button", class: "opener" }, bdi(title));
  const text = hit.content ?? "";
  const short = text.length <= SHORT ? text : `${text.slice(0, SHORT).trimEnd()}…`;
  const words = el("p", {}, ...(excerpt ? marked(excerpt.passage) : [short]));
  const row = el("li", { id, class: "hit" }, el("h3", {}, button), about([hit.from, day(hit.timestamp)]), words);
  makeOpen(row, button, { id: hit.id, title }, asked);
  return row;
}

/** Excerpts of the *hits* of the search *asked*, in their order; none where they cannot be had. */
export async function excerpts(hits, asked, signal) {
  if (!hits.length) return [];
  const given = await call(PASSAGES, { ...asked, short: true, sources: hits.map(({ id }) => ({ id })) }, signal);
  return given.passages ?? [];
}

/** Open the row of a source where *quote* stands in it, and lead there. */
export function openRow(row, quote) {
  row.dispatchEvent(new Event("reveal"));
  row.querySelector("button").focus({ preventScroll: true });
  openers.get(row)(quote);
}

/** Have *button* open and close the passage of a source in *row*. */
function makeOpen(row, button, { id, title, quote }, asked) {
  const region = el("div", { id: `${row.id}-text`, class: "passage", role: "region", tabindex: "0", "aria-label": `${shown(title).slice(0, 80)}: the passage` });
  let at = null; // the quotation that the region shows the place of
  const show = (yes) => {
    button.setAttribute("aria-expanded", String(yes));
    region.hidden = !yes;
  };
  const open = async (wanted = quote ?? "") => {
    show(true);
    if (at !== wanted) {
      at = wanted;
      region.replaceChildren();
      region.setAttribute("aria-busy", "true");
      const given = await call(PASSAGES, { ...asked, sources: [{ id, quote: wanted }] });
      if (at !== wanted) return; // another one was asked for meanwhile
      region.setAttribute("aria-busy", "false");
      if (given.error) {
        at = null;
        show(false);
        return fail(given.error, given.message);
      }
      region.replaceChildren(...textOf(given.passages[0]));
    }
    const here = region.querySelector(".here");
    if (here) region.scrollTop = here.offsetTop - region.clientHeight / 5;
    row.scrollIntoView({ block: "nearest" });
  };
  button.setAttribute("aria-controls", region.id);
  button.addEventListener("click", () => (region.hidden ? open(at ?? undefined) : show(false)));
  openers.set(row, open);
  show(false);
  row.append(region);
}

function textOf(passage) {
  if (!passage) return [el("p", { class: "muted" }, "This is not there any more: it was changed, or disconnected.")];
  const here = passage.passage.length ? [el("span", { class: "here" }, ...marked(passage.passage))] : [];
  return [...marked(passage.before), ...here, ...marked(passage.after)];
}

/** Pieces of a text, each with whether it is a word of the question, as elements. */
const marked = (pieces) => pieces.map(([text, isWord]) => el(isWord ? "mark" : "span", {}, text));
