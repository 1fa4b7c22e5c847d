import aigpt.openai as openai

print(openai.__version__)
