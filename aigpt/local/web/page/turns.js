// The turns of a conversation: a question, what was searched for it, the answer or the results, and the sources.
import { excerpts, fillList, hitRow, openRow, sourceRow } from "/page/passages.js";
import { bdi, cited, el, quoted, shown } from "/page/text.js";

const MOST_TURNS = 20; // that are sent with a question
const MOST_CHARS = 8000; // of each
let count = 0;

/** A conversation, shown in *list*. */
export class Conversation {
  #list;
  #said = [];

  constructor(list) {
    this.#list = list;
  }

  get isEmpty() {
    return !this.#list.childElementCount;
  }

  /** What was asked and answered, the oldest first; undefined for nothing. */
  get history() {
    return this.#said.length ? this.#said.slice(-MOST_TURNS) : undefined;
  }

  /** Begin a turn; a search takes the place of the search before it. */
  begin(what, asked) {
    const turn = new Turn(what, asked);
    const last = this.#list.lastElementChild;
    if (what === "search" && last?.classList.contains("search")) last.remove();
    this.#list.append(turn.element);
    return turn;
  }

  /** Remember *question* with its *answer*. */
  add(question, answer) {
    const cut = (text) => text.slice(0, MOST_CHARS);
    this.#said.push({ role: "user", content: cut(question) }, { role: "assistant", content: cut(answer) });
  }

  /** Forget all of it; return what takes it from the page. */
  end() {
    const turns = [...this.#list.children];
    this.#said = [];
    return () => turns.forEach((turn) => turn.remove());
  }
}

/** One turn: `element` shows it. */
class Turn {
  #id = `turn-${++count}`;
  #asked;
  #text = document.createTextNode("");
  #answered = ""; // the text as it was sent, in which quotations have their places
  #steps = el("ol", { class: "steps", "aria-label": "What was searched", "aria-live": "polite" });
  #answer = el("div", { class: "answer", "aria-live": "polite", "aria-busy": "true" });
  #sources = el("div", { class: "sources" });

  constructor(what, { input, query, history }) {
    this.#asked = { input: input ?? query, history };
    const title = this.#asked.input.trim() || "The newest";
    const said = what === "search" ? "Searched for: " : "Asked: ";
    const head = el("h2", { class: "asked" }, el("span", { class: "quiet" }, said), bdi(title));
    this.element = el("li", { id: this.#id, class: `turn card ${what}` }, head, this.#steps, this.#answer, this.#sources);
    this.#answer.append(this.#text);
    this.#answer.classList.add("waiting");
  }

  /** Whether there is anything of an answer. */
  get isEmpty() {
    return !this.#answer.textContent;
  }

  /** The text of the answer. */
  get answer() {
    return this.#text.data;
  }

  /** Show what *event*, of a run or an answer, tells. */
  take(event) {
    if (event.type === "run.reasoning_summary_part.done") this.#search(event.text);
    if (event.type === "run.tool_call_output_item") this.#found(event.item.metadata.sources);
    const piece = event.delta ?? event.output;
    if (typeof piece === "object" && piece !== null) this.#text.data = shown(JSON.stringify(piece, null, 2));
    else if (typeof piece === "string" && event.type !== "run.done") {
      this.#answered += piece;
      this.#text.appendData(shown(piece));
    }
  }

  #search(words) {
    this.#steps.append(el("li", {}, words, " ", el("span", { class: "found going" }, "Searching…")));
  }

  #found(sources) {
    const step = this.#steps.lastElementChild;
    if (!step) return;
    const titles = [...new Set(sources.map(({ title, id }) => title || id))];
    const said = { 0: "Nothing was found.", 1: "1 passage was found." }[sources.length] ?? `${sources.length} passages were found.`;
    const list = () => el("ul", {}, ...titles.map((title) => el("li", {}, bdi(title))));
    const shownAs = titles.length ? el("details", {}, el("summary", {}, said), list()) : el("span", {}, said);
    shownAs.classList.add("found");
    step.lastElementChild.replaceWith(shownAs);
  }

  /** Show the sources of a whole answer; *isText*: link its citations to them, of which *quotes* tells. */
  conclude({ sources, quotes = [] }, isText) {
    this.#answer.classList.toggle("json", !isText);
    const said = isText ? quoted(this.#answered, quotes).parts : [];
    const quoteOf = (number) => said.find((one) => one.number === number)?.said;
    const rows = sources.map((source, at) => sourceRow(`${this.#id}-source-${at + 1}`, source, this.#asked, quoteOf(at + 1)));
    if (isText) this.#text.replaceWith(...cited(this.#answered, sources, quotes, (number, quote) => this.#link(number, rows[number - 1], quote)));
    if (!rows.length) return;
    const list = el("ol");
    this.#sources.append(el("h3", {}, "Sources"), list);
    fillList(list, rows, "sources");
  }

  #link(number, row, quote) {
    const open = (event) => {
      event.preventDefault();
      openRow(row, quote);
    };
    return el("a", { href: `#${row.id}`, class: "cite", "aria-label": `Source ${number}`, click: open }, `[${number}]`);
  }

  /** Show the *results* of a search. */
  async results(results, signal) {
    const short = await excerpts(results, this.#asked, signal);
    const list = el("ol", { class: "hits" });
    this.#answer.replaceChildren(results.length ? list : el("p", { class: "muted" }, "Nothing was found."));
    fillList(list, results.map((hit, at) => hitRow(`${this.#id}-hit-${at + 1}`, hit, this.#asked, short[at])), "results");
  }

  /** End it; without anything of an answer it goes. */
  end() {
    this.#answer.setAttribute("aria-busy", "false");
    this.#answer.classList.remove("waiting");
    for (const left of this.#steps.querySelectorAll(".going")) left.remove();
    if (this.isEmpty) this.element.remove();
  }
}
