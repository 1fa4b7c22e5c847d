"""The readers: processes that search the database and make answers from it, so that the event loop never waits.

A reader is a child process that lives as long as the server. It gets functions of the database and their arguments,
pickled, and sends back what they return; one at a time. Where no process can be started, threads do the work.
"""
