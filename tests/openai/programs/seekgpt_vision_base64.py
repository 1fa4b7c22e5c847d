import base64

from aigpt.openai import SeekGPT

client = SeekGPT()

prompt = "Which animal is this?"
with open("image.png", "rb") as image_file:
    b64_image = base64.b64encode(image_file.read()).decode("utf-8")

response = client.responses.create(
    model="gpt-4o-mini",
    input=[  # pyright: ignore[reportArgumentType] (as in openai, type checkers ask for a "detail")
        {  # type: ignore[list-item, misc]
            "role": "user",
            "content": [
                {"type": "input_text", "text": prompt},
                {"type": "input_image", "image_url": f"data:image/png;base64,{b64_image}"},
            ],
        }
    ],
)
print(response.output_text)
