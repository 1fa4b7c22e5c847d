import asyncio

from aigpt.openai import AsyncSeekGPT

client = AsyncSeekGPT()


async def main() -> None:
    all_jobs = []
    # Requests more pages where it needs them.
    async for job in client.fine_tuning.jobs.list(
        limit=2,
    ):
        all_jobs.append(job)
    print([job.id for job in all_jobs])


asyncio.run(main())
