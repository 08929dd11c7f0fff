"""`make bench`: every benchmark in turn, each in a process and a database of its own."""

import subprocess
import sys
from pathlib import Path

for script in sorted(Path(__file__).parent.glob("bench_*.py")):
    print(f"\n== {script.stem} ==", flush=True)
    subprocess.run([sys.executable, "-W", "ignore", str(script)], check=False)
