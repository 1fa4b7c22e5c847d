"""A step of a Ray Data pipeline, as docs/howto/bulk_on_a_cluster.md has it."""

import ray

import aigpt.ray

questions = ray.data.read_json("/shared/questions.jsonl")
answers = aigpt.ray.map(questions, "ask", rate=500)
answers.write_parquet("/shared/answers")
