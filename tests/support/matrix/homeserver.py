"""Synapse that ends with its owner.    homeserver.py OWNER FOLDER, then Synapse's own arguments

A watcher beside it waits for the process OWNER to be gone, however it went; then it kills Synapse, even one that is
stopped (SIGSTOP), and removes FOLDER. When Synapse alone has ended, the watcher ends too and the folder stays.
"""

import os
import runpy
import select
import shutil
import signal
import sys


BOTH_AT_ONCE = 2  # seconds: who kills the owner may have killed all its children just before


def watch(owner: int, synapse: int, folder: str) -> None:
    served = os.pidfd_open(synapse)
    try:
        owned = os.pidfd_open(owner)
        select.select([served, owned], [], [])
        gone, _, _ = select.select([owned], [], [], BOTH_AT_ONCE)
    except ProcessLookupError:
        gone = [owner]
    if gone:
        try:
            signal.pidfd_send_signal(served, signal.SIGKILL)
        except ProcessLookupError:
            pass
        select.select([served], [], [])
        shutil.rmtree(folder, ignore_errors=True)


synapse = os.getpid()
if os.fork() == 0:
    watch(int(sys.argv[1]), synapse, sys.argv[2])
    os._exit(0)
sys.argv = ["synapse.app.homeserver", *sys.argv[3:]]
runpy.run_module("synapse.app.homeserver", run_name="__main__")
