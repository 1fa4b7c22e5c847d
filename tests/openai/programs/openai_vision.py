import base64

from aigpt.openai import OpenAI

client = OpenAI()

prompt = "Which animal is this?"

# An image that is on the web
response = client.responses.create(
    model="gpt-4o-mini",
    input=[
        {
            "role": "user",
            "content": [
                {"type": "input_text", "text": prompt},
                {"type": "input_image", "image_url": "https://images.example.com/animals/otter.jpg", "detail": "low"},
            ],
        }
    ],
)
print(response.output_text)

# An image of one's own
with open("image.png", "rb") as image_file:
    b64_image = base64.b64encode(image_file.read()).decode("utf-8")

completion = client.chat.completions.create(
    model="gpt-4o-mini",
    messages=[
        {
            "role": "user",
            "content": [
                {"type": "text", "text": prompt},
                {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{b64_image}"}},
            ],
        }
    ],
)
print(completion.choices[0].message.content)
