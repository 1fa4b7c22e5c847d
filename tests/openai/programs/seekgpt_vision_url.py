from aigpt.openai import SeekGPT

client = SeekGPT()

prompt = "Which animal is this?"
img_url = "https://images.example.com/animals/otter.jpg"

response = client.responses.create(
    model="gpt-4o-mini",
    input=[  # pyright: ignore[reportArgumentType] (as in openai, type checkers ask for a "detail")
        {  # type: ignore[list-item, misc]
            "role": "user",
            "content": [
                {"type": "input_text", "text": prompt},
                {"type": "input_image", "image_url": f"{img_url}"},
            ],
        }
    ],
)
print(response.output_text)
