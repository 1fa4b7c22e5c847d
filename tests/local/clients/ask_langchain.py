"""LangChain asks a mailbox, by OPENAI_BASE_URL and OPENAI_API_KEY alone; prints one JSON object."""

import json
import sys

from langchain_core.messages import AIMessage, HumanMessage, SystemMessage
from langchain_openai import ChatOpenAI
from pydantic import BaseModel


class Packages(BaseModel):
    """What a message is about."""

    subject: str


question = sys.argv[1]
chat = ChatOpenAI(model="igpt-run")
responses = ChatOpenAI(model="igpt-run", use_responses_api=True)
told = {
    "chat": chat.invoke(question).content,
    "streamed": "".join(str(chunk.content) for chunk in chat.stream(question)),
    "response": responses.invoke(question).text,
    "tokens": chat.invoke(question).usage_metadata["total_tokens"],
    "followed": chat.invoke(
        [
            SystemMessage("Be brief."),
            HumanMessage(question),
            AIMessage("By its packages."),
            HumanMessage("And who made it?"),
        ]
    ).content,
    "response_streamed": "".join(str(chunk.text) for chunk in responses.stream(question)),
    "structured": type(chat.with_structured_output(Packages, method="json_schema").invoke(question)).__name__,
}
sys.stdout.write(json.dumps(told))
