# Uplift: `make run` builds it and opens the sample workspace, `make test` runs every test.
# Both install what the machine lacks first (Debian and its kin), and say so.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.NOTPARALLEL:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PREFIX ?= /usr/local
DESTDIR ?=
ID := io.github.uplift_app.Uplift

BUILD := swift build -c release --static-swift-stdlib
RELEASE := .build/release
LANGUAGES := $(shell cat po/LINGUAS)
SOURCES := Package.swift Sources Tests

BUILD_PACKAGES := pkg-config libgtk-4-dev libpango1.0-dev libgdk-pixbuf-2.0-dev librsvg2-dev \
  libsqlite3-dev gettext binutils
RUN_PACKAGES := $(BUILD_PACKAGES) fonts-inter adwaita-icon-theme librsvg2-common shared-mime-info
TEST_PACKAGES := $(RUN_PACKAGES) fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji \
  xvfb xauth openbox xdotool xclip imagemagick poppler-utils librsvg2-bin \
  dbus dbus-bin dbus-daemon at-spi2-core python3 python3-pyatspi gir1.2-atspi-2.0 \
  desktop-file-utils appstream libglib2.0-bin procps

# $(call need,PACKAGES): installs those that are missing, or says how to.
define need
  if ! command -v dpkg-query >/dev/null; then
    echo "This is no Debian system. If something is missing below, install what these packages hold:"
    echo "  $(1)"
  else
    missing=()
    for package in $(1); do
      dpkg-query -W -f='$${Status}' "$$package" 2>/dev/null | grep -q '^install ok installed$$' \
        || missing+=("$$package")
    done
    if [ $${#missing[@]} -gt 0 ]; then
      install="apt-get install -y --no-install-recommends $${missing[*]}"
      if [ "$$(id -u)" = 0 ]; then as_root=(env); elif command -v sudo >/dev/null; then as_root=(sudo env)
      else
        echo "These packages are missing, and there is neither root nor sudo to install them. As root:"
        echo "  apt-get update && $$install"
        exit 1
      fi
      echo "Installing with apt-get: $${missing[*]}"
      "$${as_root[@]}" apt-get update -q
      "$${as_root[@]}" DEBIAN_FRONTEND=noninteractive $$install
    fi
  fi
endef

.PHONY: help build run run-packages test test-packages bench install uninstall format lint pot \
  locale clean

help:
	@cat <<'END'
	make run        builds Uplift and opens the sample workspace
	make test       runs every test
	make bench      measures speed and memory
	make install    builds and installs both programs (PREFIX=/usr/local, DESTDIR=)
	make uninstall  removes them again
	make format     formats the sources; make lint checks them
	make pot        collects the texts to be translated into po/
	make clean      removes what was built
	END

build: locale
	@$(BUILD) --product uplift
	$(BUILD) --product uplift-cli

locale:
	@mkdir -p .build/locale
	for language in $(LANGUAGES); do
	  folder=.build/locale/$$language/LC_MESSAGES
	  mkdir -p $$folder
	  msgfmt -o $$folder/uplift.mo po/$$language.po
	done
	msgfmt --desktop --template=data/$(ID).desktop -d po -o .build/locale/$(ID).desktop

run-packages:
	@$(call need,$(RUN_PACKAGES))

# The sample's plan, its maps as a poster and for A4 paper, and its boards.
define sample_pdf
    out=.build/sample-pdf
    mkdir -p $$out
    picture() { $(RELEASE)/uplift-cli export "$$file" "$$out/$$1.pdf" "$${@:2}" && echo "  $$out/$$1.pdf"; }
    picture 'Plan' --plan
    for title in 'Returning an online order' 'Returning an online order, future state' 'First week in store'; do
      picture "$$title" --journey "$$title" --page poster
      picture "$$title, A4" --journey "$$title" --page a4
    done
    for title in 'Why do returns hurt?' 'What should a refund feel like?'; do
      picture "$${title%\?}" --board "$$title"
    done
endef

# The sample is opened as a copy of one's own: everything in it may be changed.
run: run-packages build
	@folder="$${XDG_DATA_HOME:-$$HOME/.local/share}/uplift"
	file="$$folder/Larkfield Outfitters.uplift"
	if [ ! -e "$$file" ]; then
	  mkdir -p "$$folder"
	  $(RELEASE)/uplift-cli new "$$file" --template sample
	fi
	if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then
	  echo "Opening $$file"
	  $(RELEASE)/uplift "$$file"
	else
	  echo "There is no display here, so Uplift cannot open a window."
	  echo "The sample is $$file; its plan, maps and boards become PDF files instead."
	  $(sample_pdf)
	fi

test-packages:
	@$(call need,$(TEST_PACKAGES))

# A display of its own with a window manager, since windows have no focus without one.
test: test-packages locale
	@export GSK_RENDERER=cairo LIBGL_ALWAYS_SOFTWARE=1 LANG=C.UTF-8
	unset WAYLAND_DISPLAY LANGUAGE LC_ALL LC_MESSAGES
	dbus-run-session -- xvfb-run -a -s '-screen 0 1440x900x24 -noreset' \
	  bash -c 'openbox >/dev/null 2>&1 & manager=$$!; swift test; status=$$?; kill $$manager; exit $$status'

bench: test-packages build
	@$(BUILD) --product uplift-bench
	export GSK_RENDERER=cairo LIBGL_ALWAYS_SOFTWARE=1
	unset WAYLAND_DISPLAY
	dbus-run-session -- xvfb-run -a -s '-screen 0 1440x900x24 -noreset' \
	  bash -c 'openbox >/dev/null 2>&1 & manager=$$!; $(RELEASE)/uplift-bench --json bench.json; status=$$?; kill $$manager; exit $$status'

BIN := $(DESTDIR)$(PREFIX)/bin
SHARE := $(DESTDIR)$(PREFIX)/share

# Lets the desktop know what came or went; a package does this by itself.
define refresh
  if [ -z "$(DESTDIR)" ]; then
    ! command -v update-mime-database >/dev/null || update-mime-database "$(SHARE)/mime"
    ! command -v update-desktop-database >/dev/null || update-desktop-database -q "$(SHARE)/applications"
    ! command -v gtk-update-icon-cache >/dev/null || gtk-update-icon-cache -qtf "$(SHARE)/icons/hicolor"
  fi
endef

install: build
	@install -Dm755 -s -t "$(BIN)" $(RELEASE)/uplift $(RELEASE)/uplift-cli
	install -Dm644 .build/locale/$(ID).desktop -t "$(SHARE)/applications"
	install -Dm644 data/$(ID).metainfo.xml -t "$(SHARE)/metainfo"
	install -Dm644 data/$(ID).xml -t "$(SHARE)/mime/packages"
	install -Dm644 data/icons/scalable/$(ID).svg -t "$(SHARE)/icons/hicolor/scalable/apps"
	install -Dm644 data/icons/scalable/application-x-uplift.svg -t "$(SHARE)/icons/hicolor/scalable/mimetypes"
	install -Dm644 data/icons/symbolic/$(ID)-symbolic.svg -t "$(SHARE)/icons/hicolor/symbolic/apps"
	for folder in sample templates style help; do
	  install -Dm644 data/$$folder/* -t "$(SHARE)/uplift/$$folder"
	done
	for language in $(LANGUAGES); do
	  install -Dm644 .build/locale/$$language/LC_MESSAGES/uplift.mo -t "$(SHARE)/locale/$$language/LC_MESSAGES"
	done
	install -Dm644 LICENSE -t "$(SHARE)/licenses/uplift"
	$(refresh)
	echo "Installed into $(DESTDIR)$(PREFIX)."

uninstall:
	@rm -f "$(BIN)/uplift" "$(BIN)/uplift-cli"
	rm -f "$(SHARE)/applications/$(ID).desktop" "$(SHARE)/metainfo/$(ID).metainfo.xml"
	rm -f "$(SHARE)/mime/packages/$(ID).xml"
	rm -f "$(SHARE)/icons/hicolor/scalable/apps/$(ID).svg"
	rm -f "$(SHARE)/icons/hicolor/scalable/mimetypes/application-x-uplift.svg"
	rm -f "$(SHARE)/icons/hicolor/symbolic/apps/$(ID)-symbolic.svg"
	rm -rf "$(SHARE)/uplift" "$(SHARE)/licenses/uplift"
	for language in $(LANGUAGES); do
	  rm -f "$(SHARE)/locale/$$language/LC_MESSAGES/uplift.mo"
	done
	$(refresh)
	echo "Removed from $(DESTDIR)$(PREFIX)."

format:
	@swift format -i -r -p $(SOURCES)

lint:
	@$(call need,gettext)
	swift format lint --strict -r -p $(SOURCES)
	po/check-texts
	for language in $(LANGUAGES); do msgfmt -c -o /dev/null po/$$language.po; done
	echo "Lint: nothing to object to."

pot:
	@$(call need,gettext)
	po/collect-texts

clean:
	@rm -rf .build bench.json
