# fu: follow up. `make demo` shows it, `make check` tests it, `make install` puts it under $(PREFIX).

PREFIX = /usr/local
BINDIR = $(PREFIX)/bin
MANDIR = $(PREFIX)/share/man
BASHDIR = $(PREFIX)/share/bash-completion/completions
ZSHDIR = $(PREFIX)/share/zsh/site-functions
FISHDIR = $(PREFIX)/share/fish/vendor_completions.d

CC = cc
CFLAGS = -O2 -g -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fstack-clash-protection -fPIE
LDFLAGS = -pie -Wl,-z,relro,-z,now,-z,noexecstack
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion
LDLIBS = -lyaml -lpcre2-8 -lpthread
HOSTCC = $(CC)
HOSTCFLAGS = $(CPPFLAGS) $(CFLAGS)
HOSTLDFLAGS = $(LDFLAGS)
BUILD = build

ALL_CFLAGS = -std=c11 -D_XOPEN_SOURCE=700 -D_FILE_OFFSET_BITS=64 $(WARNINGS) -I$(BUILD) $(CPPFLAGS) $(CFLAGS)

TOOLS = fu-due fu-list fu-check fu-refer fu-report fu-stats fu-log fu-promise fu-set fu-new
MAN = fu-due.1 fu-list.1 fu-check.1 fu-refer.1 fu-report.1 fu-stats.1 fu-log.1 fu-promise.1 fu-set.1 fu-new.1 fu-note.5 fu-rules.5 fu.7 fu-query.7
LIB = mem buf text rec check diag date system sandbox slug diff scalar node plain yaml match value field literal query ask rules \
	front body keys note reader fields touches promises view show lint read book twins referral ledger due put chain html chart stats_table stats_answers stats_promises stats_followups stats_contacts stats stats_show report digest page mail file save names load \
	lookup facts plan plan_item plan_line plan_touch plan_promise plan_field edit findings term rulefile tool \
	assign revise
LIB_OF_COMPILE = mem buf text check diag node plain yaml file
UNIT = query text date plain yaml match value rules body note book due load rec diff slug save sandbox edit lookup
FUZZ = front body date query rules record edit

SCRIPTS = tests/setup tests/layers tests/tap.sh tests/edit.sh tests/fu-*/*.t tests/all/install.t tests/all/glue.t tests/all/cron.t tests/all/hardening.t tests/all/faults.t tests/all/sandbox.t tests/all/zoo.t tests/coverage tests/fuzz/run tests/fuzz/replay.t tests/bench/run .ci/run \
	examples/completion/*.bash examples/cron/fu-mail-report examples/git/pre-commit examples/mutt/fu-query
ASAN = -fsanitize=address,undefined -fno-sanitize-recover=all
GCOV = -O0 -g --coverage -fprofile-update=atomic
HOST_PLAIN = HOSTCFLAGS= HOSTLDFLAGS=
VALGRIND = valgrind -q --error-exitcode=99 --leak-check=full

PROGRAMS = $(TOOLS:%=$(BUILD)/%)
OBJECTS = $(LIB:%=$(BUILD)/lib/%.o)
COMPILE = seeds/compile.c $(LIB_OF_COMPILE:%=src/lib/%.c)
UNITS = $(UNIT:%=$(BUILD)/unit/%)
FUZZERS = $(FUZZ:%=$(BUILD)/fuzz/%)
REPLAYS = $(FUZZ:%=$(BUILD)/fuzz/%-replay)
BENCHES = $(BUILD)/bench/gen $(BUILD)/bench/floor $(BUILD)/bench/empty

all: $(PROGRAMS)

$(PROGRAMS): $(BUILD)/%: $(BUILD)/%.o $(BUILD)/libfu.a
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $< $(BUILD)/libfu.a $(LDLIBS)

$(BUILD)/libfu.a: $(OBJECTS)
	rm -f $@
	$(AR) -rc $@ $(OBJECTS)

$(BUILD)/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/lib/rules.o: $(BUILD)/seed_rules.h
$(BUILD)/fu-new.o: $(BUILD)/seed_note.h

$(BUILD)/seed_rules.h: seeds/rules.yaml $(BUILD)/compile
	$(BUILD)/compile seed_rules $< >$@.tmp
	mv $@.tmp $@

$(BUILD)/seed_note.h: seeds/note.md
	@mkdir -p $(@D)
	{ echo 'static const unsigned char seed_note[] = {' && \
	od -An -v -tx1 $< | sed 's/ *\([0-9a-f][0-9a-f]\)/0x\1,/g' && echo '};'; } >$@.tmp
	mv $@.tmp $@

# It runs while fu is built, on this machine.
$(BUILD)/compile: $(COMPILE) src/lib/*.h
	@mkdir -p $(@D)
	$(HOSTCC) -std=c11 -D_XOPEN_SOURCE=700 $(HOSTCFLAGS) $(HOSTLDFLAGS) -o $@ $(COMPILE) -lyaml

$(UNITS): $(BUILD)/unit/%: tests/unit/%.c $(BUILD)/libfu.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP $(LDFLAGS) -o $@ $< $(BUILD)/libfu.a $(LDLIBS)

$(BUILD)/fuzz/%.o: tests/fuzz/%.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(REPLAYS): $(BUILD)/fuzz/%-replay: $(BUILD)/fuzz/%.o $(BUILD)/fuzz/replay.o $(BUILD)/libfu.a
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(FUZZERS): %: %.o $(BUILD)/fuzz/mem.o $(BUILD)/libfu.a
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

demo: $(BUILD)/fu-due
	$(BUILD)/fu-due --today 2026-11-22 --table examples/notes

units: $(UNITS)

replays: $(REPLAYS)

fuzzers: $(FUZZERS)

check: $(PROGRAMS) $(UNITS) $(REPLAYS)
	BUILD=$(BUILD) prove $(PROVEFLAGS) -e '' $(UNITS) tests/fuzz/replay.t tests/fu-*/*.t tests/all/*.t

# The same under AddressSanitizer and UBSan; the loader under ThreadSanitizer; all under valgrind, which cannot see
# what PCRE2's JIT compiler makes, and warns of the system calls of the sandbox.
check-asan:
	FU_RANDOM=5000 $(MAKE) BUILD=$(BUILD)/asan CFLAGS='-O1 -g $(ASAN)' LDFLAGS='$(ASAN)' check

check-tsan:
	$(MAKE) BUILD=$(BUILD)/tsan CFLAGS='-O1 -g -fsanitize=thread' LDFLAGS=-fsanitize=thread all units
	BUILD=$(BUILD)/tsan prove -e '' $(BUILD)/tsan/unit/load tests/fu-due/same.t

check-valgrind:
	$(MAKE) BUILD=$(BUILD)/valgrind CFLAGS='-O1 -g' LDFLAGS= CPPFLAGS='-DFU_NO_JIT -DFU_NO_SANDBOX' all units replays
	FU_RANDOM=1000 prove $(PROVEFLAGS) -e '$(VALGRIND)' $(UNIT:%=$(BUILD)/valgrind/unit/%)
	BUILD=$(BUILD)/valgrind WRAPPER='$(VALGRIND)' prove $(PROVEFLAGS) -e '' \
		tests/fuzz/replay.t tests/fu-due/same.t tests/fu-list/json.t tests/fu-check/corpus.t

# T is the seconds that each target is given. What a JIT compiler makes is not instrumented.
fuzz:
	$(MAKE) BUILD=$(BUILD)/clang CC=clang CFLAGS='-O1 -g -fsanitize=fuzzer-no-link $(ASAN)' LDFLAGS='-fsanitize=fuzzer $(ASAN)' \
		CPPFLAGS=-DFU_NO_JIT $(HOST_PLAIN) fuzzers
	BUILD=$(BUILD) tests/fuzz/run $(T)

# The sandbox would let no program write what gcov counts, and a test may not let one, which is no message of its own.
coverage:
	$(MAKE) BUILD=$(BUILD)/coverage CFLAGS='$(GCOV)' LDFLAGS=--coverage CPPFLAGS=-DFU_NO_SANDBOX $(HOST_PLAIN) all units replays
	find $(BUILD)/coverage -name '*.gcda' -exec rm {} +
	GCOV_ERROR_FILE=/dev/null $(MAKE) BUILD=$(BUILD)/coverage CFLAGS='$(GCOV)' LDFLAGS=--coverage CPPFLAGS=-DFU_NO_SANDBOX $(HOST_PLAIN) check
	tests/coverage $(BUILD)/coverage

# empty needs the libraries that it does not use, for what loading them takes.
$(BENCHES): $(BUILD)/bench/%: tests/bench/%.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -Wl,--no-as-needed -o $@ $< $(LDLIBS)

# COUNTS='1000 100000' is what to measure in place of 1,000, 100,000 and 1,000,000 notes.
bench: all $(BENCHES)
	BUILD=$(BUILD) tests/bench/run $(COUNTS)

lint: $(BUILD)/seed_rules.h $(BUILD)/seed_note.h
	for cc in gcc clang; do \
		$$cc $(ALL_CFLAGS) -Werror -fsyntax-only seeds/*.c src/*.c src/lib/*.c tests/unit/*.c tests/bench/*.c tests/fuzz/*.c || exit 1; \
		$$cc $(ALL_CFLAGS) -U_FORTIFY_SOURCE -Werror -fsyntax-only tests/fu-log/*.c tests/all/*.c tests/all/faults/*.c || exit 1; \
	done
	tests/layers
	cppcheck -q --std=c11 --library=posix --suppress=readdirCalled --error-exitcode=1 --inline-suppr --enable=warning,performance,portability \
		-I$(BUILD) seeds src src/lib
	shellcheck -x $(SCRIPTS)
	mandoc -T lint -W warning $(MAN:%=man/%)

deps:
	tests/setup build

test-deps:
	tests/setup test

bench-deps:
	tests/setup bench

clean:
	rm -rf $(BUILD)

install: all
	mkdir -p $(DESTDIR)$(BINDIR) $(DESTDIR)$(MANDIR)/man1 $(DESTDIR)$(MANDIR)/man5 $(DESTDIR)$(MANDIR)/man7
	mkdir -p $(DESTDIR)$(BASHDIR) $(DESTDIR)$(ZSHDIR) $(DESTDIR)$(FISHDIR)
	for t in $(TOOLS); do \
		install -m 755 $(BUILD)/$$t $(DESTDIR)$(BINDIR)/ && \
		install -m 644 examples/completion/$$t.bash $(DESTDIR)$(BASHDIR)/$$t && \
		install -m 644 examples/completion/_$$t $(DESTDIR)$(ZSHDIR)/ && \
		install -m 644 examples/completion/$$t.fish $(DESTDIR)$(FISHDIR)/ || exit 1; \
	done
	for m in $(MAN); do install -m 644 man/$$m $(DESTDIR)$(MANDIR)/man$${m##*.}/ || exit 1; done

uninstall:
	for t in $(TOOLS); do \
		rm -f $(DESTDIR)$(BINDIR)/$$t $(DESTDIR)$(BASHDIR)/$$t $(DESTDIR)$(ZSHDIR)/_$$t $(DESTDIR)$(FISHDIR)/$$t.fish; \
	done
	for m in $(MAN); do rm -f $(DESTDIR)$(MANDIR)/man$${m##*.}/$$m; done

.PHONY: all demo units check check-asan check-tsan check-valgrind replays fuzzers fuzz coverage bench lint deps test-deps bench-deps clean install uninstall

-include $(OBJECTS:.o=.d) $(PROGRAMS:%=%.d) $(UNITS:%=%.d) $(FUZZERS:%=%.d) $(BUILD)/fuzz/replay.d $(BUILD)/fuzz/mem.d
