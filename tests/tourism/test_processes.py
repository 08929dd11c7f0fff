"""Which process a row names, and whether it still runs."""

import os
import socket
import subprocess
import sys

from tourism.actions.processes import is_running, process_name

HOST = socket.gethostname()


def test_this_process_runs_and_what_ended_does_not():
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    name = process_name(child.pid)
    assert (is_running(process_name()), is_running(name)) == (True, True)
    child.stdin.close()
    # Not waited for: its number is still taken, by a process that has ended.
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    assert is_running(name) is False
    child.wait()
    assert is_running(name) is False


def test_number_that_was_given_away_again_is_another_process():
    host, number, start = process_name().split(":")
    assert is_running(f"{host}:{number}:{int(start) - 1}") is False
    assert is_running(f"{host}:{number}") is True  # nothing said of its start


def test_process_of_another_user_runs():
    assert is_running(process_name(1)) is True


def test_name_that_names_nothing_does_not_run():
    assert [is_running(f"{HOST}:{number}") for number in ("", "x", "²", "9" * 30)] == [False] * 4


def test_of_another_machine_nothing_is_known():
    assert is_running("another-host:1:1") is None
    assert is_running("") is None
