import aigpt.openai as seekgpt

print(seekgpt.__version__)
