# shellcheck shell=bash
# Playwright from PyPI over Debian's Chromium, for the tests that use a web page as a person does.

BROWSER=$CACHE/browser
PLAYWRIGHT=1.65.2

browser_build() {
  debian chromium python3-venv
  [ -e "$BROWSER/.$PLAYWRIGHT.stamp" ] && return 0
  rm -rf "$BROWSER"
  { python3 -m venv "$BROWSER" && "$BROWSER/bin/pip" install -q --disable-pip-version-check "playwright==$PLAYWRIGHT"; } ||
    die "playwright $PLAYWRIGHT cannot be installed from PyPI; see the lines above, and run it again"
  touch "$BROWSER/.$PLAYWRIGHT.stamp"
}

# It is a program that tests start, not a server.
browser_up() { browser_ready; }
browser_ready() { [ -e "$BROWSER/.$PLAYWRIGHT.stamp" ]; }
browser_down() { :; }
