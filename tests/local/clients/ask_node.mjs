// openai-node asks a mailbox, by OPENAI_BASE_URL and OPENAI_API_KEY alone; prints one JSON object.
import OpenAI, { toFile } from "openai";

const question = process.argv[2];
const client = new OpenAI();
const told = {};

told.models = (await client.models.list()).data.map((model) => model.id);

const completion = await client.chat.completions.create({
  model: "igpt-run",
  messages: [{ role: "user", content: question }],
});
told.chat = completion.choices[0].message.content;
told.titles = completion.choices[0].message.annotations.map((one) => one.url_citation.title);
told.tokens = completion.usage.total_tokens;

const stream = client.chat.completions.stream({ model: "igpt-ask", messages: [{ role: "user", content: question }] });
told.streamed = (await stream.finalMessage()).content;

const response = await client.responses.create({ model: "igpt-run", input: question });
told.response = response.output_text;
told.cited = response.output.at(-1).content[0].annotations.map((one) => one.filename);

let deltas = "";
const numbers = [];
for await (const event of await client.responses.create({ model: "igpt-run", input: question, stream: true })) {
  numbers.push(event.sequence_number);
  if (event.type === "response.output_text.delta") deltas += event.delta;
}
told.deltas = deltas;
told.inOrder = numbers.every((number, place) => number === place);

const helper = client.responses.stream({ model: "igpt-run", input: question });
told.helper = (await helper.finalResponse()).output_text;

const store = await client.vectorStores.create({ name: "zoo" });
const file = await toFile(Buffer.from("The zebra Quagmire lives in Nairobi.\n"), "zoo.txt");
const indexed = await client.vectorStores.files.uploadAndPoll(store.id, file, { pollIntervalMs: 50 });
told.indexed = indexed.status;
for await (const found of client.vectorStores.search(store.id, { query: "Quagmire" })) told.found = found.content[0].text;
told.bytes = await (await client.files.content(indexed.id)).text();
await client.files.delete(indexed.id);
await client.vectorStores.delete(store.id);

try {
  await client.chat.completions.create({ model: "gpt-9", messages: [{ role: "user", content: question }] });
} catch (error) {
  told.error = [error.constructor.name, error.status, error.code];
}
console.log(JSON.stringify(told));
