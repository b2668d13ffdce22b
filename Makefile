# mentord. `make run` serves the demo, `make check` runs every test. GNU make, one file, nothing recursive.
# V=1 shows commands; CC=clang-14 BUILD=build-clang builds beside; ASSETS=none builds without npm parts.

BUILD ?= build
PORT ?= 8080
ASSETS ?= npm
GEN := $(BUILD)/gen
Q := $(if $(V),,@)

PACKAGES := libmicrohttpd sqlite3 libpq libsodium libutf8proc libcyaml inih
CFLAGS_ALL := -std=c17 -D_GNU_SOURCE -Wall -Wextra -Wformat=2 -Wconversion -Wshadow -Wimplicit-fallthrough \
  -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wcast-qual -Wdate-time -Werror -Werror=format-nonliteral \
  -fno-delete-null-pointer-checks -fno-strict-overflow -fno-strict-aliasing -fno-common \
  -ffile-prefix-map=$(CURDIR)=. -Isrc -Isrc/features -I$(GEN) $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
GCC_ONLY := -Wduplicated-cond -Wlogical-op -Wtrampolines -Wbidi-chars=any
HARDEN := -O2 -g -D_FORTIFY_SOURCE=3 -fstack-clash-protection -fstack-protector-strong -fcf-protection=full \
  $(ZERO_INIT) -fPIE
HARDEN_LINK := -pie -Wl,-z,relro,-z,now,-z,noexecstack,-z,nodlopen,-z,separate-code,--as-needed
CHECKED := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
ifeq ($(findstring clang,$(CC)),)
CFLAGS_ALL += $(GCC_ONLY)
ZERO_INIT := -ftrivial-auto-var-init=zero
else
CFLAGS_ALL += -Wno-gnu-zero-variadic-macro-arguments -Wno-missing-field-initializers
endif
LIBS := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lcmark

ROOMS := $(shell cat src/features/ORDER)
STORES := $(wildcard src/features/*/store*.sql)
PAGES := $(wildcard src/features/*/pages/*.html)
SOURCES := $(filter-out %/main.c,$(filter-out src/%test_,$(shell find src -name '*.c' ! -name 'test_*.c' | sort)))
GEN_SOURCES := $(GEN)/base/schema_types.c $(GEN)/sql/catalogue.c $(GEN)/sql/migrations.c $(GEN)/http/routes.c \
  $(GEN)/http/assets.c $(GEN)/programmes/builtin.c \
  $(patsubst src/features/%.sql,$(GEN)/%.c,$(STORES)) \
  $(sort $(foreach room,$(ROOMS),$(if $(wildcard src/features/$(room)/pages/*.html),$(GEN)/$(room)/pages.c)))
TESTS := $(shell find src -name 'test_*.c' | sort)
STORY := $(wildcard tests/story/*.c)

RELEASE := $(patsubst %.c,$(BUILD)/release/%.o,$(SOURCES) $(GEN_SOURCES))
CHECK := $(patsubst %.c,$(BUILD)/check/%.o,$(SOURCES) $(GEN_SOURCES))
TEST_PROGRAMS := $(patsubst src/%.c,$(BUILD)/check/test/%,$(TESTS))

.PHONY: all run check check-all lint lint-clang arrows map sizes bench room assets clean programs
.SECONDARY:
.DELETE_ON_ERROR:

all: $(BUILD)/mentord

run:
	$(Q)tools/setup run
	$(Q)$(MAKE) --no-print-directory -s all
	$(Q)tools/run-demo $(BUILD) $(PORT)

check:
	$(Q)tools/setup check
	$(Q)$(MAKE) --no-print-directory -s programs
	$(Q)tests/run $(BUILD)

check-all: check
	$(Q)tests/run-slow $(BUILD)

programs: $(BUILD)/mentord $(BUILD)/check/mentord $(TEST_PROGRAMS) $(if $(STORY),$(BUILD)/check/story) \
  $(patsubst tests/daemon/%.c,$(BUILD)/daemon/%,$(wildcard tests/daemon/*.c))

lint: $(BUILD)/tools/house
	$(Q)$< lint
	$(Q)$< sizes --quiet

# The second compiler: its must-use types, its warnings.
lint-clang:
	$(Q)$(MAKE) --no-print-directory -s CC=clang-14 BUILD=build/clang all

arrows: $(BUILD)/tools/house
	$(Q)$< arrows

# Draws the map of ARCHITECTURE.md anew.
map: $(BUILD)/tools/house
	$(Q)$< arrows --map

sizes: $(BUILD)/tools/house
	$(Q)$< sizes

bench: $(BUILD)/mentord $(patsubst tests/daemon/%.c,$(BUILD)/daemon/%,$(wildcard tests/daemon/*.c))
	$(Q)tests/bench/run $(BUILD)

room:
	$(Q)tools/room "$(NAME)"

clean:
	$(Q)rm -rf $(BUILD)

# --- tools ------------------------------------------------------------------------------------------------------------

TOOL_BASE := src/base/arena.c src/base/str.c src/base/buf.c src/base/check.c
TOOL_FLAGS := -std=c17 -D_GNU_SOURCE -O1 -g -Wall -Wextra -Werror -Isrc

$(BUILD)/tools/sql-gen: $(wildcard tools/sql-gen/*) $(TOOL_BASE)
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(TOOL_FLAGS) -Itools/sql-gen $(filter %.c,$^) -lsqlite3 -o $@

$(BUILD)/tools/page-gen: $(wildcard tools/page-gen/*) $(TOOL_BASE) src/formats/text.c
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(TOOL_FLAGS) -Itools/page-gen $(filter %.c,$^) -lutf8proc -o $@

$(BUILD)/tools/house: $(wildcard tools/house/*) $(TOOL_BASE)
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(TOOL_FLAGS) -Itools/house $(filter %.c,$^) -o $@

$(BUILD)/tools/embed: tools/embed.c $(TOOL_BASE)
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(TOOL_FLAGS) $(filter %.c,$^) -o $@

# --- generated sources ------------------------------------------------------------------------------------------------

GENERATED := $(BUILD)/stamp/sql $(BUILD)/stamp/routes $(foreach room,$(ROOMS),$(BUILD)/stamp/pages-$(room)) $(BUILD)/stamp/assets

$(BUILD)/stamp/sql: $(BUILD)/tools/sql-gen $(STORES) $(wildcard schema/*.sql)
	$(Q)mkdir -p $(@D)
	$(Q)$< --schema schema --out $(GEN) $(STORES)
	$(Q)touch $@

$(BUILD)/stamp/routes: $(BUILD)/tools/page-gen src/daemon/routes.def
	$(Q)mkdir -p $(@D)
	$(Q)$< routes --out $(GEN) src/daemon/routes.def
	$(Q)touch $@

define room_rule
$(BUILD)/stamp/pages-$(1): $(BUILD)/tools/page-gen src/daemon/routes.def $(wildcard src/features/$(1)/pages/*.html)
	$(Q)mkdir -p $$(@D)
	$(Q)$$(if $$(wildcard src/features/$(1)/pages/*.html),$$< pages --room $(1) --out $(GEN) --routes src/daemon/routes.def $$(wildcard src/features/$(1)/pages/*.html))
	$(Q)touch $$@
endef
$(foreach room,$(ROOMS),$(eval $(call room_rule,$(room))))

# The files that the binary carries: assets (from npm if it is there) and the ready programmes.
$(BUILD)/stamp/assets: $(BUILD)/tools/embed $(shell find assets programmes -type f ! -path '*/node_modules/*' 2>/dev/null) \
  $(foreach room,$(ROOMS),$(BUILD)/stamp/pages-$(room))
	$(Q)cat $(GEN)/*/icons.txt 2>/dev/null | sort -u > $(GEN)/icons.txt
	$(Q)ASSETS=$(ASSETS) assets/build $(BUILD)
	$(Q)mkdir -p $(GEN)/programmes
	$(Q)$< assets http/asset.h $(GEN)/http/assets.c $(BUILD)/assets/*
	$(Q)$< builtin programmes/builtin.h $(GEN)/programmes/builtin.c $(wildcard programmes/*.yaml programmes/*/*.md)
	$(Q)touch $@

assets: $(BUILD)/stamp/assets

$(GEN_SOURCES): $(GENERATED) ;

# --- objects and programs ---------------------------------------------------------------------------------------------

$(BUILD)/release/%.o: %.c | $(GENERATED)
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) $(HARDEN) -MMD -MP -c $< -o $@

$(BUILD)/check/%.o: %.c | $(GENERATED)
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS_ALL) $(CHECKED) -MMD -MP -c $< -o $@

$(BUILD)/mentord: $(RELEASE) $(BUILD)/release/src/daemon/main.o
	$(Q)echo "  link    $@"
	$(Q)$(CC) $(HARDEN) $(HARDEN_LINK) $^ $(LIBS) -o $@

$(BUILD)/check/mentord: $(CHECK) $(BUILD)/check/src/daemon/main.o
	$(Q)$(CC) $(CHECKED) $^ $(LIBS) -o $@

$(BUILD)/check/lib.a: $(CHECK)
	$(Q)rm -f $@
	$(Q)ar rcs $@ $^

$(BUILD)/check/test/%: $(BUILD)/check/src/%.o $(BUILD)/check/lib.a
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) $(CHECKED) $^ $(LIBS) -lcmocka -o $@

$(BUILD)/check/story: $(patsubst %.c,$(BUILD)/check/%.o,$(STORY)) $(BUILD)/check/lib.a
	$(Q)$(CC) $(CHECKED) $^ $(LIBS) -o $@

$(BUILD)/daemon/%: tests/daemon/%.c
	$(Q)mkdir -p $(@D)
	$(Q)$(CC) -std=c17 -D_GNU_SOURCE -O2 -g -Wall -Wextra -Werror $< -o $@

-include $(shell find $(BUILD)/release $(BUILD)/check -name '*.d' 2>/dev/null)
