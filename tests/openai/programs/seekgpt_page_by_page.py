from aigpt.openai import SeekGPT

client = SeekGPT()

page = client.fine_tuning.jobs.list(limit=2)
print("jobs on the first page:", len(page.data))
while page.has_next_page():
    print("the next page:", page.next_page_info())
    page = page.get_next_page()
    print("jobs on it:", len(page.data))
