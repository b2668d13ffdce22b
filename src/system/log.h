/* One line an event, key=value, to standard error. Values of people never come here: a private field is logged as its length. */
#ifndef SYSTEM_LOG_H
#define SYSTEM_LOG_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

enum log_level { LOG_DEBUG, LOG_INFO, LOG_WARN, LOG_ERROR };

struct log_pair {
	const char *key;      /* a plain word, ours */
	struct str text;      /* quoted and escaped on the way out */
	int64_t whole;        /* used if text.at is NULL */
};

#define LOG_TEXT(k, v) { .key = (k), .text = (v) }
#define LOG_WHOLE(k, v) { .key = (k), .whole = (int64_t)(v) }

/* The word before each line: "web1", "writer". Set once, at the start of a process. */
void log_names_role(const char *role);
void log_shows(enum log_level least);
void log_write(enum log_level, const char *what, size_t count, const struct log_pair *pairs);

#define LOG(level, what, ...) \
	log_write((level), (what), sizeof((struct log_pair[]){ __VA_ARGS__ }) / sizeof(struct log_pair), (struct log_pair[]){ __VA_ARGS__ })

#endif
