// Makes text from outside safe to show: always as text, never as HTML.

// Invisible characters, which could hide text or make different texts look the same.
const HIDDEN = /[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u3164\ufeff\uffa0\u{e0000}-\u{e0fff}]/gu;
// Marks of text direction, and controls other than tab and new line.
const ACTING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\ud800-\udfff]/gu;

/** Text without what is hidden in it, and with a mark in the place of what would act on it. */
export const shown = (text) => String(text ?? "").replace(/\r\n/g, "\n").replace(HIDDEN, "").replace(ACTING, "\ufffd");

/** Make an element; a function among *attributes* listens to the event of that name. */
export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else made.setAttribute(name, value);
  }
  made.append(...children.map((child) => (typeof child === "string" ? shown(child) : child)));
  return made;
}

/** Text whose direction cannot reach the words around it. */
export const bdi = (text) => el("bdi", {}, String(text));

/** A line with *parts*, those that there are. */
export const about = (parts) => el("small", {}, ...parts.filter(Boolean).flatMap((part, at) => (at ? [" · ", bdi(part)] : [bdi(part)])));

/** The day of Unix seconds or of an ISO time; "" for none. */
export function day(time) {
  const date = new Date(typeof time === "number" ? time * 1000 : time ?? NaN);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}

/**
 * An answer as text and links to its sources, numbered from 1: after each quotation, for which *quotes* says where it
 * was taken from, or for what a model cites as "[2]". *link* makes the link, of the number and of what is quoted.
 */
export function cited(answer, sources, quotes, link) {
  if (quotes.length) {
    const { parts, rest } = quoted(answer, quotes);
    return [...parts.flatMap(({ before, text, number, said }) => [shown(before + text), " ", link(number, said)]), shown(rest)];
  }
  return shown(answer).split(/(\[[1-9]\d{0,2}\])/).map((part, at) => {
    const number = at % 2 ? Number(part.slice(1, -1)) : 0;
    return number && number <= sources.length ? link(number, "") : part;
  });
}

/** The quotations of an answer with the text before each, the number of its source and what it says; and the rest. */
export function quoted(answer, quotes) {
  const chars = [...answer]; // places are counted in characters, not in UTF-16 units
  let at = 0;
  const parts = quotes.map(({ start, end, source }) => {
    const text = chars.slice(start, end).join("");
    const before = chars.slice(at, start).join("");
    at = end;
    return { before, text, number: source + 1, said: /^“(?<said>.*)”\s*$/mu.exec(shown(text))?.groups.said ?? "" };
  });
  return { parts, rest: chars.slice(at).join("") };
}
