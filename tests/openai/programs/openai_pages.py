from aigpt.openai import OpenAI

client = OpenAI()

all_jobs = []
# Requests more pages where it needs them.
for job in client.fine_tuning.jobs.list(
    limit=2,
):
    all_jobs.append(job)
print([job.id for job in all_jobs])
