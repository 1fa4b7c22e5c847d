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
 * An answer as text and links to its sources, numbered from 1: what a model cites as "[2]", or each quotation's source.
 * *link* makes the link, of the number and of what is quoted.
 */
export function cited(answer, sources, link) {
  const lines = answer.split(/(?<=\n)/);
  const quotes = quotations(answer, sources);
  if (quotes.some(({ number }) => number)) {
    return lines.flatMap((line, at) => {
      const { number, quote } = quotes[at];
      return number ? [line.trimEnd(), " ", link(number, quote), line.slice(line.trimEnd().length)] : [line];
    });
  }
  return answer.split(/(\[[1-9]\d{0,2}\])/).map((part, at) => {
    const number = at % 2 ? Number(part.slice(1, -1)) : 0;
    return number && number <= sources.length ? link(number, "") : part;
  });
}

/** For each line of an answer, the number of the source that it names, or 0, and what the line before it quotes. */
export function quotations(answer, sources) {
  const lines = answer.split(/(?<=\n)/);
  return lines.map((line, at) => ({
    number: quotedFrom(line, sources),
    quote: /^“(?<said>.*)”\s*$/u.exec(lines[at - 1] ?? "")?.groups.said ?? "",
  }));
}

/** The number of the source that a line like "— Ann Bell, “Budget”, 2024-03-04" names; 0 where it names none. */
function quotedFrom(line, sources) {
  const named = /^— (?:quoted by )?(?<who>[^,“]*)/u.exec(line);
  if (!named) return 0;
  const fits = ({ title, timestamp }) =>
    (title || timestamp) && line.includes(title ? shown(`“${title}”`) : "") && line.includes(day(timestamp));
  const number = sources.findIndex((source) => fits(source) && shown(source.provider).includes(named.groups.who.trim()));
  return 1 + (number < 0 ? sources.findIndex(fits) : number);
}
