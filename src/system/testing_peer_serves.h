/* For test_exchange*.c alone: what a testing_peer.h does on one connection. */
#ifndef SYSTEM_TESTING_PEER_SERVES_H
#define SYSTEM_TESTING_PEER_SERVES_H

#include "system/testing_peer.h"

/* One connection, an SMTP conversation. */
static inline void
peer_serves_mail(FILE *line, const struct peer_row *rows, struct peer_seen *seen)
{
	char said[LINE_BYTES_MAX];
	bool is_mail = false, goes_on = peer_answers(line, peer_says(rows, ""));

	while (goes_on && fgets(said, sizeof(said), line) != NULL) {
		const char *says = is_mail && strcmp(said, ".\r\n") != 0 ? NULL : peer_says(rows, said);

		peer_hears(seen, said, strlen(said));
		if (says == NULL)
			continue;
		seen->mails += is_mail;
		is_mail = !is_mail && strcmp(said, "DATA\r\n") == 0 && strncmp(says, "354", 3) == 0;
		goes_on = peer_answers(line, says);
	}
}

/* One connection, HTTP: reads a request whole, then says what the row of its first line says. */
static inline void
peer_serves_web(FILE *line, const struct peer_row *rows, struct peer_seen *seen)
{
	char first[LINE_BYTES_MAX], said[LINE_BYTES_MAX];

	bool goes_on = true;

	while (goes_on && fgets(first, sizeof(first), line) != NULL) {
		size_t length = 0;

		peer_hears(seen, first, strlen(first));
		while (fgets(said, sizeof(said), line) != NULL && strcmp(said, "\r\n") != 0) {
			peer_hears(seen, said, strlen(said));
			if (strncmp(said, "Content-Length: ", 16) == 0)
				length = strtoul(said + 16, NULL, 10);
		}
		for (size_t i = 0; i < length; i++) {
			char c = (char)fgetc(line);

			peer_hears(seen, &c, 1);
		}
		seen->requests++;
		goes_on = peer_answers(line, peer_says(rows, first));
	}
}

#endif
