/* The peer of the courier: the same mail, so many times, one after the other, through one handle of libcurl and its one kept connection, and
 * nothing else: no rows, no rendering, no processes. Usage: bare_mail smtp://127.0.0.1:PORT FILE COUNT     FILE: a whole message; prints
 * "mails=COUNT seconds=S rate=R" */
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MESSAGE_MAX = 256 << 10 };

struct message {
	char at[MESSAGE_MAX];
	size_t length, sent;
};

static size_t
on_read(char *place, size_t size, size_t count, void *self)
{
	struct message *m = self;
	size_t part = m->length - m->sent < size * count ? m->length - m->sent : size * count;

	memcpy(place, m->at + m->sent, part);
	m->sent += part;
	return part;
}

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int
send_all(CURL *line, struct message *m, long count)
{
	for (long i = 0; i < count; i++) {
		CURLcode code;

		m->sent = 0;
		code = curl_easy_perform(line);
		if (code != CURLE_OK) {
			fprintf(stderr, "bare_mail: %s\n", curl_easy_strerror(code));
			return 1;
		}
	}
	return 0;
}

int
main(int count, char **words)
{
	static struct message message;
	struct curl_slist *to = NULL;
	FILE *file = count == 4 ? fopen(words[2], "r") : NULL;
	CURL *line = curl_easy_init();
	double start, seconds;
	int code;

	if (file == NULL || line == NULL) {
		fputs("usage: bare_mail smtp://127.0.0.1:PORT FILE COUNT\n", stderr);
		return 2;
	}
	message.length = fread(message.at, 1, MESSAGE_MAX, file);
	fclose(file);
	to = curl_slist_append(NULL, "dana@elsewhere.example");
	curl_easy_setopt(line, CURLOPT_URL, words[1]);
	curl_easy_setopt(line, CURLOPT_PROXY, "");
	curl_easy_setopt(line, CURLOPT_MAIL_FROM, "mentord@community.example");
	curl_easy_setopt(line, CURLOPT_MAIL_RCPT, to);
	curl_easy_setopt(line, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(line, CURLOPT_READFUNCTION, on_read);
	curl_easy_setopt(line, CURLOPT_READDATA, &message);
	curl_easy_setopt(line, CURLOPT_INFILESIZE_LARGE, (curl_off_t)message.length);
	start = now();
	code = send_all(line, &message, strtol(words[3], NULL, 10));
	seconds = now() - start;
	printf("mails=%s seconds=%.3f rate=%.0f\n", words[3], seconds, strtod(words[3], NULL) / seconds);
	curl_slist_free_all(to);
	curl_easy_cleanup(line);
	return code;
}
