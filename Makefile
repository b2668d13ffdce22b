# mentord. `make run` serves the demo, `make check` runs every test. GNU make, one file, nothing recursive.
# V=1 shows commands; CC=clang-14 BUILD=build-clang builds beside; ASSETS=none builds without npm parts.

BUILD ?= build
PORT ?= 8080
ASSETS ?= npm
GEN := $(BUILD)/gen
comma := ,
Q := $(if $(V),,@)
# One line a step; the whole command with V=1.
SAY = @printf '  %-7s %s\n'
# As many at once as there are cores, unless the caller has said it (make -j4 check).
AGAIN = $(MAKE) --no-print-directory $(if $(findstring jobserver,$(MAKEFLAGS)),,-j$(shell nproc))

PACKAGES := libmicrohttpd libseccomp sqlite3 libpq libsodium liboath libqrencode libutf8proc libcyaml yaml-0.1 inih zlib jansson libcurl
CFLAGS_ALL := -std=c17 -D_GNU_SOURCE -Wall -Wextra -Wformat=2 -Wconversion -Wshadow -Wimplicit-fallthrough \
  -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wcast-qual -Wdate-time -Werror -Werror=format-nonliteral \
  -fno-delete-null-pointer-checks -fno-strict-overflow -fno-strict-aliasing -fno-common \
  -ffile-prefix-map=$(CURDIR)=. -Isrc -Isrc/features -I$(GEN) $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
ifeq ($(findstring clang,$(CC)),)
CFLAGS_ALL += -Wduplicated-cond -Wlogical-op -Wtrampolines -Wbidi-chars=any
ZERO_INIT := -ftrivial-auto-var-init=zero
else
CFLAGS_ALL += -Wno-gnu-zero-variadic-macro-arguments -Wno-missing-field-initializers
endif
# Lines in stacks are enough: whole debugging data is a sixth of the time of a build.
HARDEN := -O2 -g1 -D_FORTIFY_SOURCE=3 -fstack-clash-protection -fstack-protector-strong -fcf-protection=full \
  $(ZERO_INIT) -fPIE
HARDEN_LINK := -pie -Wl,-z,relro,-z,now,-z,noexecstack,-z,nodlopen,-z,separate-code,--as-needed
# Lines in stacks are enough, and -Og compiles in half the time of -O1; make CHECKED="-O0 -g …" for a debugger.
CHECKED := -Og -g1 -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
# A hundred programs of tests: gold puts one together in half the time.
CHECKED_LINK := $(CHECKED) -fuse-ld=gold
FUZZ_CHECKED := -fsanitize=fuzzer-no-link
LIBS := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lcmark -lcsv -lminizip

ROOMS := $(shell cat src/features/ORDER)
STORES := $(wildcard src/features/*/store*.sql)
SOURCES := $(filter-out src/daemon/main.c,$(shell find src -name '*.c' ! -name 'test_*.c' | sort))
GEN_SOURCES := $(GEN)/base/schema_types.c $(GEN)/sql/catalogue.c $(GEN)/sql/migrations.c $(GEN)/http/routes.c \
  $(GEN)/http/assets.c $(GEN)/programmes/builtin.c $(GEN)/letters/builtin.c $(GEN)/forms/catalogues.c \
  $(patsubst src/features/%.sql,$(GEN)/%.c,$(STORES)) \
  $(sort $(foreach room,$(ROOMS),$(if $(wildcard src/features/$(room)/pages/*.html),$(GEN)/$(room)/pages.c)))
GEN_HEADERS := $(GEN)/http/asset_names.h $(filter-out %/catalogue.h %/migrations.h %/assets.h %/builtin.h %/catalogues.h,$(GEN_SOURCES:.c=.h))
TESTS := $(shell find src -name 'test_*.c' | sort)
STORY := $(wildcard tests/story/*.c)
TORTURE := $(wildcard tests/torture/*.c)
FUZZ := $(filter-out tests/fuzz/libfuzzer.c tests/fuzz/driver.c,$(wildcard tests/fuzz/*.c))

RELEASE := $(patsubst %.c,$(BUILD)/release/%.o,$(SOURCES) $(GEN_SOURCES))
CHECK := $(patsubst %.c,$(BUILD)/check/%.o,$(SOURCES) $(GEN_SOURCES))
TEST_PROGRAMS := $(patsubst src/%.c,$(BUILD)/check/test/%,$(TESTS))
TOOLS := $(addprefix $(BUILD)/tools/,sql-gen page-gen house embed)
CROWD := $(addprefix tests/daemon/,crowd.c ledger.c family.c)
INTEROP := $(patsubst tests/interop/%.c,$(BUILD)/interop/%,$(wildcard tests/interop/*.c))
CLIENTS := $(patsubst tests/daemon/%.c,$(BUILD)/daemon/%,$(filter-out $(CROWD),$(wildcard tests/daemon/*.c)))

.PHONY: all run check check-all soak fuzz lint lint-clang arrows map data sizes trust bench man room po assets clean programs FORCE
.SECONDARY:
.DELETE_ON_ERROR:

all: $(BUILD)/mentord

run:
	$(Q)tools/setup run
	$(Q)$(AGAIN) all
	$(Q)tools/run-demo $(BUILD) $(PORT)

check:
	$(Q)tools/setup check
	$(Q)$(AGAIN) programs
	$(Q)tests/run $(BUILD)

# Everything that judges: the sources, the second compiler, the ratios, and the tests last.
check-all:
	$(Q)tools/setup all
	$(Q)$(AGAIN) lint arrows
	$(Q)$(AGAIN) lint-clang
	$(Q)$(AGAIN) bench
	$(Q)$(AGAIN) programs
	$(Q)FULL=1 tests/browser/run $(BUILD) axe.mjs
	$(Q)FULL=1 tests/browser/run $(BUILD) hostile.mjs
	$(Q)FULL=1 PARTS="communities demo_clock fsck" tests/daemon/run $(BUILD)
	$(Q)tests/interop/lighthouse/run $(BUILD)
	$(Q)$(MAKE) --no-print-directory check

# What is only asked before a release, for hours; resumable. HOURS=2h, or a count of power cuts.
soak:
	$(Q)tools/setup check
	$(Q)$(AGAIN) programs
	$(Q)tests/torture/soak $(or $(HOURS),100000) $(BUILD)
	$(Q)tests/daemon/soak $(BUILD)
	$(Q)$(AGAIN) fuzz SECONDS=4200

# libFuzzer over each target, SECONDS=60 each; ONLY=cookie for one. What it finds stands in build/fuzz/found.
fuzz:
	$(Q)tools/setup all
	$(Q)$(AGAIN) all
	$(Q)$(AGAIN) CC=clang-14 BUILD=build/fuzz CHECKED="$(CHECKED) $(FUZZ_CHECKED)" build/fuzz/check/libfuzzer build/fuzz/tools/sql-gen build/fuzz/tools/page-gen
	$(Q)tests/fuzz/long build/fuzz $(or $(SECONDS),60) $(ONLY)

programs: $(BUILD)/mentord $(BUILD)/check/mentord $(TEST_PROGRAMS) $(if $(STORY),$(BUILD)/check/story $(BUILD)/story) $(BUILD)/torture $(BUILD)/check/fuzz $(CLIENTS) $(INTEROP) $(TOOLS)

lint: $(BUILD)/tools/house
	$(Q)$< lint
	$(Q)$< sizes --quiet
	$(Q)! git ls-files 2>/dev/null | grep 'node_modules/' || { echo "lint: fetched parts are committed" >&2; exit 1; }

# The second compiler: its must-use types, its warnings.
lint-clang:
	$(Q)$(AGAIN) CC=clang-14 BUILD=build/clang HARDEN="-O0 -fPIE" all

arrows: $(BUILD)/tools/house
	$(Q)$< arrows

# Draws the map of ARCHITECTURE.md anew.
map: $(BUILD)/tools/house
	$(Q)$< arrows --map

# The data dictionary anew.
data:
	$(Q)tools/data-dictionary > docs/data.md

sizes: $(BUILD)/tools/house
	$(Q)$< sizes

# Which test proves which promise, and its last result.
trust:
	$(Q)BUILD=$(BUILD) tests/trust

bench: $(BUILD)/mentord $(CLIENTS) $(addprefix $(BUILD)/bench/,bare mail_sink bare_mail press)
	$(Q)tests/bench/run $(BUILD)

# The manual page, made anew from the tables of commands and settings.
man: $(BUILD)/mentord
	$(Q)$< man > man/mentord.1
	$(Q)$< man mentord.conf > man/mentord.conf.5

room:
	$(Q)tools/room "$(NAME)"

clean:
	$(Q)rm -rf $(BUILD)

# --- tools ------------------------------------------------------------------------------------------------------------

TOOL_BASE := src/base/arena.c src/base/str.c src/base/buf.c src/base/check.c
TOOL_FLAGS := -std=c17 -D_GNU_SOURCE -O1 -g -Wall -Wextra -Werror -Isrc

$(BUILD)/tools/sql-gen: $(wildcard tools/sql-gen/*.[ch]) $(TOOL_BASE) $(TOOL_BASE:.c=.h)
	$(Q)mkdir -p $(@D)
	$(SAY) tool $@
	$(Q)$(CC) $(TOOL_FLAGS) -Itools/sql-gen $(filter %.c,$^) -lsqlite3 -o $@

$(BUILD)/tools/page-gen: $(wildcard tools/page-gen/*.[ch]) $(TOOL_BASE) src/formats/text.c $(TOOL_BASE:.c=.h)
	$(Q)mkdir -p $(@D)
	$(SAY) tool $@
	$(Q)$(CC) $(TOOL_FLAGS) -Itools/page-gen $(filter %.c,$^) -lutf8proc -o $@

$(BUILD)/tools/house: $(wildcard tools/house/*.[ch]) $(TOOL_BASE) $(TOOL_BASE:.c=.h)
	$(Q)mkdir -p $(@D)
	$(SAY) tool $@
	$(Q)$(CC) $(TOOL_FLAGS) -Itools/house $(filter %.c,$^) -o $@

$(BUILD)/tools/embed: tools/embed.c $(TOOL_BASE) $(TOOL_BASE:.c=.h)
	$(Q)mkdir -p $(@D)
	$(SAY) tool $@
	$(Q)$(CC) $(TOOL_FLAGS) $(filter %.c,$^) -o $@

# --- generated sources ------------------------------------------------------------------------------------------------

# What is not a file but matters: a changed word makes anew what was made with the other one.
$(BUILD)/stamp/flags: WORDS = $(CC) $(CFLAGS_ALL) $(HARDEN) $(HARDEN_LINK) $(CHECKED) $(LIBS)
$(BUILD)/stamp/assets-kind: WORDS = $(ASSETS)
$(BUILD)/stamp/rooms: WORDS = $(ROOMS) $(STORES)
$(BUILD)/stamp/flags $(BUILD)/stamp/assets-kind $(BUILD)/stamp/rooms: FORCE
	$(Q)mkdir -p $(@D)
	$(Q)echo '$(WORDS)' | cmp -s - $@ || echo '$(WORDS)' > $@

GENERATED := $(BUILD)/stamp/sql $(BUILD)/stamp/routes $(foreach room,$(ROOMS),$(BUILD)/stamp/pages-$(room)) $(BUILD)/stamp/assets $(BUILD)/stamp/words

# All statements are prepared in one run; only what came out otherwise is moved, so that one statement does not compile everything.
$(BUILD)/stamp/sql: $(BUILD)/tools/sql-gen $(STORES) $(wildcard schema/*.sql) $(BUILD)/stamp/rooms
	$(SAY) sql schema
	$(Q)rm -rf $(BUILD)/work/sql
	$(Q)$< --schema schema --out $(BUILD)/work/sql $(STORES)
	$(Q)(cd $(BUILD)/work/sql && find . -type f) | while read -r file; do \
	  cmp -s $(BUILD)/work/sql/$$file $(GEN)/$$file && continue; \
	  mkdir -p $(GEN)/$${file%/*} && cp $(BUILD)/work/sql/$$file $(GEN)/$$file || exit 1; done
	$(Q)touch $@

$(BUILD)/stamp/routes: $(BUILD)/tools/page-gen src/daemon/routes.def
	$(SAY) routes src/daemon/routes.def
	$(Q)$< routes --out $(GEN) src/daemon/routes.def
	$(Q)touch $@

define room_rule
$(BUILD)/stamp/pages-$(1): $(BUILD)/tools/page-gen src/daemon/routes.def $(wildcard src/features/$(1)/pages/*.html)
	$(SAY) pages src/features/$(1)
	$(Q)mkdir -p $$(@D)
	$(Q)$$(if $$(wildcard src/features/$(1)/pages/*.html),$$< pages --room $(1) --out $(GEN) --routes src/daemon/routes.def $$(wildcard src/features/$(1)/pages/*.html))
	$(Q)touch $$@
endef
$(foreach room,$(ROOMS),$(eval $(call room_rule,$(room))))

# The files that the binary carries: assets (from npm if it is there) and the ready programmes.
$(BUILD)/stamp/assets: $(BUILD)/tools/embed $(wildcard src/features/*/letters/*.txt) $(shell find assets programmes -type f ! -path '*/node_modules/*' 2>/dev/null) \
  $(wildcard assets/node_modules/.package-lock.json) $(BUILD)/stamp/assets-kind $(foreach room,$(ROOMS),$(BUILD)/stamp/pages-$(room))
	$(SAY) assets $(BUILD)/assets
	$(Q)cat $(GEN)/*/icons.txt 2>/dev/null | sort -u > $(GEN)/icons.txt
	$(Q)ASSETS=$(ASSETS) assets/build $(BUILD)
	$(Q)mkdir -p $(GEN)/programmes
	$(Q)$< assets http/asset.h $(GEN)/http/assets.c $(BUILD)/assets/*
	$(Q)$< builtin programmes/builtin.h $(GEN)/programmes/builtin.c $(wildcard programmes/*.yaml programmes/*/*.md)
	$(Q)mkdir -p $(GEN)/letters
	$(Q)$< letter_texts letters/builtin.h $(GEN)/letters/builtin.c $(wildcard src/features/*/letters/*.txt)
	$(Q)touch $@

# Every sentence of the sources, and the catalogues of it; only what came out otherwise is moved.
$(BUILD)/stamp/words: $(BUILD)/tools/embed tools/words tools/pseudo.awk $(SOURCES) $(shell find src/features src/base src/daemon -name '*.def') $(wildcard src/features/*/letters/*.txt po/*.po) \
  $(foreach room,$(ROOMS),$(BUILD)/stamp/pages-$(room))
	$(SAY) words po
	$(Q)tools/words $(BUILD)
	$(Q)mkdir -p $(GEN)/forms
	$(Q)$< catalogues forms/catalogues.h $(BUILD)/po/catalogues.c $(BUILD)/po/*.mo
	$(Q)cmp -s $(BUILD)/po/catalogues.c $(GEN)/forms/catalogues.c || cp $(BUILD)/po/catalogues.c $(GEN)/forms/catalogues.c
	$(Q)touch $@

# Brings po/*.po up to date with the sentences.
po: $(BUILD)/stamp/words
	$(Q)tools/words $(BUILD) merge

assets: $(BUILD)/stamp/assets

$(GEN_SOURCES) $(GEN_HEADERS): $(GENERATED) ;

# --- objects and programs ---------------------------------------------------------------------------------------------

$(BUILD)/release/%.o: %.c $(BUILD)/stamp/flags | $(GENERATED)
	$(SAY) cc $<
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) $(HARDEN) -MMD -MP -c $< -o $@

$(BUILD)/check/%.o: %.c $(BUILD)/stamp/flags | $(GENERATED)
	$(SAY) checked $<
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) $(CHECKED) -MMD -MP -c $< -o $@

$(BUILD)/mentord: $(RELEASE) $(BUILD)/release/src/daemon/main.o
	$(SAY) link $@
	$(Q)$(CC) $(HARDEN) $(HARDEN_LINK) $^ $(LIBS) -o $@

$(BUILD)/check/mentord: $(CHECK) $(BUILD)/check/src/daemon/main.o
	$(SAY) link $@
	$(Q)$(CC) $(CHECKED_LINK) $^ $(LIBS) -o $@

$(BUILD)/check/lib.a: $(CHECK)
	$(SAY) ar $@
	$(Q)rm -f $@
	$(Q)ar rcs $@ $^

$(BUILD)/check/test/%: $(BUILD)/check/src/%.o $(BUILD)/check/lib.a
	$(SAY) link $@
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(CHECKED_LINK) $^ $(LIBS) -lcmocka -o $@

$(BUILD)/check/story: $(patsubst %.c,$(BUILD)/check/%.o,$(STORY)) $(BUILD)/check/lib.a
	$(SAY) link $@
	$(Q)$(CC) $(CHECKED_LINK) $^ $(LIBS) -o $@

# The same stories by the very objects of the release: a second time over, where the checked ones have been.
$(BUILD)/story: $(patsubst %.c,$(BUILD)/release/%.o,$(STORY)) $(RELEASE)
	$(SAY) link $@
	$(Q)$(CC) $(HARDEN) $(HARDEN_LINK) $^ $(LIBS) -o $@

# Its own ends of the calls that it lets fail; the linker puts them in, no source of the product knows.
FAILING := malloc read __read_chk write open fsync fstat rename mkdir getrandom clock_gettime sendmsg recv poll exit _Exit sql_commit
TORTURE_PARTS := $(TORTURE) $(filter-out tests/story/main.c tests/story/matrix.c,$(STORY))
TORTURE_LINK = $(addprefix -Wl$(comma)--wrap=,$(FAILING)) $(filter-out %/src/daemon/writer.o,$^) $(LIBS) -o $@
# The very objects of the release, since thousands of processes are forked; make build/check/torture has checked ones, for one story by hand.
$(BUILD)/torture: $(patsubst %.c,$(BUILD)/release/%.o,$(TORTURE_PARTS)) $(RELEASE)
	$(SAY) link $@
	$(Q)$(CC) $(HARDEN) -pie $(TORTURE_LINK)

$(BUILD)/check/torture: $(patsubst %.c,$(BUILD)/check/%.o,$(TORTURE_PARTS)) $(CHECK)
	$(SAY) link $@
	$(Q)$(CC) $(CHECKED_LINK) $(TORTURE_LINK)

$(BUILD)/check/fuzz: $(patsubst %.c,$(BUILD)/check/%.o,$(FUZZ) tests/fuzz/driver.c) $(BUILD)/check/lib.a
	$(SAY) link $@
	$(Q)$(CC) $(CHECKED_LINK) $^ $(LIBS) -o $@

# The same targets for libFuzzer, in a build of their own: make CC=clang-14 BUILD=build/fuzz build/fuzz/check/libfuzzer.
$(BUILD)/check/libfuzzer: $(patsubst %.c,$(BUILD)/check/%.o,$(FUZZ) tests/fuzz/libfuzzer.c) $(BUILD)/check/lib.a
	$(SAY) link $@
	$(Q)$(CC) $(CHECKED) -fsanitize=fuzzer $^ $(LIBS) -o $@

$(BUILD)/daemon/%: tests/daemon/%.c $(CROWD) $(CROWD:.c=.h)
	$(SAY) cc $<
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) -std=c17 -D_GNU_SOURCE -O2 -g -Wall -Wextra -Werror $(filter %.c,$^) -o $@

# With the product's own statements: only its objects have their texts.
$(BUILD)/bench/bare: $(BUILD)/release/tests/bench/bare.o $(RELEASE)
	$(SAY) link $@
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(HARDEN) -pie $^ $(LIBS) -o $@

# A sink for mail, the bare loop of libcurl that the courier is measured against, and what presses as Slack does.
$(BUILD)/bench/mail_sink $(BUILD)/bench/bare_mail $(BUILD)/bench/press: $(BUILD)/bench/%: tests/bench/%.c
	$(SAY) cc $<
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) -std=c17 -D_GNU_SOURCE -O2 -g -Wall -Wextra -Werror $< $(if $(findstring bare,$@),-lcurl) $(if $(findstring press,$@),-lsodium) -o $@

# Drivers of the interop lanes: the product's own parts, spoken to by programs of others.
$(BUILD)/interop/%: $(BUILD)/check/tests/interop/%.o $(BUILD)/check/lib.a
	$(SAY) link $@
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(CHECKED_LINK) $^ $(LIBS) -o $@

-include $(shell find $(BUILD)/release $(BUILD)/check -name '*.d' 2>/dev/null)
