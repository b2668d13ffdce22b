/* The targets without libFuzzer: each input of the corpus, then mutations of them, the same ones in each run of this program.
 * Usage: fuzz CORPUS [target…]; RUNS=N: so many mutations of each instead of the table's. A target that breaks is one failure; its input
 * is written beside. */
#include <dirent.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "fuzz.h"

enum { SEEDS_MAX = 200, RUN_SECONDS = 10 };    /* of a processor: what hangs is found, what is only slow on this machine is not */

/* Shared with the child, so that the input that broke it is known. */
struct current {
	size_t length;
	unsigned runs;
	char bytes[FUZZ_INPUT_MAX];
};
static struct current *current;

struct seeds {
	char *at[SEEDS_MAX];
	size_t length[SEEDS_MAX], count;
};

static uint64_t
next(uint64_t *state)    /* splitmix64 */
{
	uint64_t z = (*state += UINT64_C(0x9e3779b97f4a7c15));

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

static size_t
below(uint64_t *state, size_t most)
{
	return most == 0 ? 0 : (size_t)(next(state) % most);
}

static void
read_seed(struct seeds *seeds, const char *path)
{
	FILE *file = fopen(path, "rb");
	char *bytes = calloc(1, FUZZ_INPUT_MAX);

	if (file == NULL || bytes == NULL || seeds->count == SEEDS_MAX)
		exit(2);
	seeds->length[seeds->count] = fread(bytes, 1, FUZZ_INPUT_MAX, file);
	seeds->at[seeds->count++] = bytes;
	fclose(file);
}

static int
by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static void
read_seeds(struct seeds *seeds, const char *corpus, const char *target)
{
	struct dirent **names;
	char path[1024];
	int count;

	snprintf(path, sizeof(path), "%s/%s", corpus, target);
	count = scandir(path, &names, NULL, by_name);
	for (int i = 0; i < count; i++) {
		if (names[i]->d_name[0] != '.') {
			snprintf(path, sizeof(path), "%s/%s/%s", corpus, target, names[i]->d_name);
			read_seed(seeds, path);
		}
		free(names[i]);
	}
	if (count >= 0)
		free(names);
}

/* --- mutations --- */

static const char *const pieces[] = { "%00", "%2e%2e/", "\xF0\x9F\x98\x80", "\xC0\x80", "\xED\xA0\x80", "&#0;", "<script>", "\"", "'", "\\", "\n", "\r\n",
	"{", "}", "[[[[[[[[", "null", "-9223372036854775808", "18446744073709551616", "=", "&", ";", "--", "$1", "\xE2\x80\xAE", ": ", "  - ", "*a", "1e999" };

static void
insert(struct current *c, size_t at, const char *bytes, size_t length)
{
	if (c->length + length > FUZZ_INPUT_MAX)
		return;
	memmove(c->bytes + at + length, c->bytes + at, c->length - at);
	memcpy(c->bytes + at, bytes, length);
	c->length += length;
}

static void
cut(struct current *c, size_t at, size_t length)
{
	memmove(c->bytes + at, c->bytes + at + length, c->length - at - length);
	c->length -= length;
}

static void
mutate(struct current *c, const struct seeds *seeds, uint64_t *state)
{
	size_t at = below(state, c->length + 1), other = below(state, seeds->count), most = c->length - at;
	const char *piece = pieces[below(state, sizeof(pieces) / sizeof(pieces[0]))];
	char byte = (char)below(state, 256);

	switch (below(state, 7)) {
	case 0:
		if (most > 0)
			c->bytes[at] ^= (char)(1 << below(state, 8));
		break;
	case 1:
		if (most > 0)
			c->bytes[at] = byte;
		break;
	case 2:
		insert(c, at, &byte, 1);
		break;
	case 3:
		insert(c, at, piece, strlen(piece));
		break;
	case 4:
		cut(c, at, below(state, most < 40 ? most + 1 : 40));
		break;
	case 5: {
		char again[64];
		size_t length = below(state, most < sizeof(again) ? most + 1 : sizeof(again));

		memcpy(again, c->bytes + at, length);
		insert(c, at, again, length);
		break;
	}
	default:
		if (seeds->length[other] > 0) {
			size_t from = below(state, seeds->length[other]);

			cut(c, at, most);
			insert(c, at, seeds->at[other] + from, seeds->length[other] - from);
		}
	}
}

/* --- runs --- */

static void
run_once(const struct fuzz_target *target, struct arena *arena)
{
	const struct itimerval limit = { .it_value = { RUN_SECONDS, 0 } };
	char *input = malloc(current->length > 0 ? current->length : 1);    /* its own block, so that a read past its end is seen */

	if (input == NULL)
		exit(2);
	memcpy(input, current->bytes, current->length);
	setitimer(ITIMER_VIRTUAL, &limit, NULL);
	target->run(arena, (struct str){ input, current->length });
	free(input);
	arena_reset(arena);
	current->runs++;
}

static void
run_all(const struct fuzz_target *target, const struct seeds *seeds, unsigned mutations)
{
	uint64_t state = 2026;
	struct arena *arena;

	arena_open(FUZZ_ARENA, &arena);
	for (size_t i = 0; i < seeds->count; i++) {
		current->length = seeds->length[i];
		memcpy(current->bytes, seeds->at[i], seeds->length[i]);
		run_once(target, arena);
	}
	for (unsigned i = 0; i < mutations; i++) {
		size_t seed = below(&state, seeds->count);

		if (below(&state, 4) == 0 || i == 0) {    /* else on from the last one */
			current->length = seeds->length[seed];
			memcpy(current->bytes, seeds->at[seed], seeds->length[seed]);
		}
		for (size_t times = 1 + below(&state, 4); times > 0; times--)
			mutate(current, seeds, &state);
		run_once(target, arena);
	}
	arena_close(&arena);
}

static bool
try_target(const struct fuzz_target *target, const char *corpus)
{
	const char *runs = getenv("RUNS");
	unsigned mutations = runs == NULL ? target->runs : (unsigned)strtoul(runs, NULL, 10);
	struct seeds seeds = { .count = 0 };
	struct timespec start, end;
	char path[256];
	FILE *file;
	int status;
	pid_t child;

	clock_gettime(CLOCK_MONOTONIC, &start);
	read_seeds(&seeds, corpus, target->name);
	current->runs = 0;
	child = fork();
	if (child == 0) {
		run_all(target, &seeds, mutations);
		exit(0);
	}
	waitpid(child, &status, 0);
	clock_gettime(CLOCK_MONOTONIC, &end);
	for (size_t i = 0; i < seeds.count; i++)
		free(seeds.at[i]);
	if (seeds.count > 1 && WIFEXITED(status) && WEXITSTATUS(status) == 0) {
		printf("fuzz %s: %u runs, %.0f a second\n", target->name, current->runs,
		    current->runs / ((double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9 + 1e-6));
		return true;
	}
	snprintf(path, sizeof(path), "/tmp/mentord-fuzz-%s-%d", target->name, (int)getpid());
	file = fopen(path, "wb");
	if (file != NULL) {
		fwrite(current->bytes, 1, current->length, file);
		fclose(file);
	}
	printf("FAILED fuzz %s after %u runs: %s; its input is %s\n", target->name, current->runs,
	    seeds.count < 2 ? "no corpus" : WIFSIGNALED(status) && WTERMSIG(status) == SIGVTALRM ? "a run did not end" : "it broke", path);
	return false;
}

static bool
is_wanted(const char *name, int count, char **words)
{
	for (int i = 2; i < count; i++)
		if (strcmp(words[i], name) == 0)
			return true;
	return count <= 2;
}

int
main(int count, char **words)
{
	unsigned passed = 0, failed = 0;

	current = mmap(NULL, sizeof(*current), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (count < 2 || current == MAP_FAILED)
		return 2;
	setvbuf(stdout, NULL, _IOLBF, 0);
	for (size_t i = 0; i < fuzz_target_count; i++) {
		if (!is_wanted(fuzz_targets[i].name, count, words))
			continue;
		if (try_target(&fuzz_targets[i], words[1]))
			passed++;
		else
			failed++;
	}
	printf("%u passed, %u failed\n", passed, failed);
	return failed == 0 && passed > 0 ? 0 : 1;
}
