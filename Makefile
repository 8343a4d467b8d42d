# The words of this house. `make demo` and `make test` set up everything they need.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
# What Python compiles lies in one place and not among the sources; without it every process compiles all anew.
export PYTHONPYCACHEPREFIX := $(CURDIR)/$(VENV)/pycache
unexport PYTHONDONTWRITEBYTECODE
.PHONY: demo run test check format bench torture bundle bundle-check setup lock clean pictures
.DEFAULT_GOAL := demo

demo: setup
	@$(PY) main.py demo

run: setup
	@$(PY) main.py

test: setup check
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q -rfEs -n auto --maxprocesses 4 --dist loadfile -m "not torture"
	@$(MAKE) --no-print-directory torture N=15

check: setup
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy

format: setup
	@$(VENV)/bin/ruff check --fix .
	@$(VENV)/bin/ruff format .

# After a change of what a person reads: every new message, empty, in every language (resources/languages/README.md).
words: setup
	@$(PY) -m tests.words

# What README and docs show, from the demonstration itself.
pictures: demo
	@mkdir -p docs/pictures
	@cp out/demo/screens/notes-light-en.png docs/pictures/notebook.png
	@cp out/demo/screens/letters-dark-cy.png docs/pictures/letter-dark-cymraeg.png
	@cp out/demo/screens/framework-light-en.png docs/pictures/framework.png

bench: setup
	@$(PY) -m tests.bench

# N says how often each proof is lived through; without it, as often as the figures of the project ask. Two proofs run
# side by side: half of the time of most goes to waiting for disks and for the moment to kill.
torture: setup
	@N=$(N) QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q -rs -n 2 --dist loadfile -m torture $$(grep -rl --include='test_*.py' 'mark\.torture' tests)

# One folder with everything in it, for people without Python: dist/arolwg (docs/bundles.md).
bundle: setup
	@$(VENV)/bin/pyinstaller --noconfirm --log-level ERROR arolwg.spec
	@echo "The bundle is dist/arolwg; start it with dist/arolwg/arolwg."

# The whole job and every screen, by the bundle alone.
bundle-check:
	@test -x $(BUNDLE)-terminal || { echo "There is no bundle yet: make bundle."; exit 1; }
	@rm -rf build/check && mkdir -p build/check
	@env -i LANG=C.UTF-8 HOME="$$HOME" $(BUNDLE)-terminal --help > /dev/null
	@env -i LANG=C.UTF-8 HOME="$$HOME" $(BUNDLE)-terminal demo --to build/check/demo --no-window > /dev/null
	@env -i LANG=C.UTF-8 HOME="$$HOME" $(BUNDLE)-terminal verify build/check/demo/letter.pdf > /dev/null
	@tail -n 1 build/check/demo/AROLWG-DEMO.txt | env -i LANG=C.UTF-8 HOME="$$HOME" QT_QPA_PLATFORM=offscreen \
	    AROLWG_STORE=build/check/demo/store AROLWG_PICTURES=build/check/screens $(BUNDLE)
	@test -s build/check/screens/notes-dark-cy.png
	@echo "The bundle works: letter drafted, signed and verified; $$(ls build/check/screens | wc -l) screens drawn."

BUNDLE := dist/arolwg/arolwg

# New versions: edit requirements.in, then this. Needs `uv` on the path.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --no-annotate --no-header --upgrade requirements.in -o requirements.txt
	@uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --no-annotate --no-header --upgrade -c requirements.txt .ci/conformance.in -o .ci/conformance.txt

setup: $(VENV)/.ready

# The mark is newer than the lock only when the lock was installed whole, so a pull that
# changed dependencies, or a set-up that was cut short, is put right by the next word.
$(VENV)/.ready: requirements.txt
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed: install it and try again."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "Python 3.11 or newer is needed; '$(PYTHON)' is older. Try: make PYTHON=python3.11 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || $(call system,python3-venv)
	@test -x $(PY) && $(PY) -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || $(PYTHON) -m venv --clear $(VENV)
	@echo "Setting up (a few minutes the first time)..."
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.txt
	@case "$$(uname -s)" in Linux) $(PY) -c 'import PySide6.QtGui, PySide6.QtWidgets' 2>/dev/null || $(call system,$(QT_LIBRARIES)) ;; esac
	@touch $@

QT_LIBRARIES := libegl1 libgl1 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libglib2.0-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0

# What only the system can give: root gets it installed, everybody else gets the line to run.
define system
{ \
    if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
        echo "Installing $(1)..."; \
        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1); } >/dev/null; \
    else \
        echo "Some system packages are missing. Run this, then try again:"; \
        echo "    sudo apt-get install $(1)"; exit 1; \
    fi; \
}
endef

clean:
	rm -rf out .mypy_cache .ruff_cache .hypothesis
