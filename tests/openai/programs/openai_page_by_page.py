import asyncio

from aigpt.openai import AsyncOpenAI

client = AsyncOpenAI()


async def main() -> None:
    first_page = await client.fine_tuning.jobs.list(
        limit=2,
    )
    if first_page.has_next_page():
        print(f"the next page is asked for with: {first_page.next_page_info()}")
        next_page = await first_page.get_next_page()
        print(f"jobs just fetched: {len(next_page.data)}")

    # Or the data itself
    for job in first_page.data:
        print(job.id)


asyncio.run(main())
