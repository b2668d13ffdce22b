/* Sealing at rest (TRUST.md 6.4): a master key outside the database, a derived key for each purpose, and blobs that open in their
 * own row alone. XChaCha20-Poly1305 of libsodium; a blob is version, key number, nonce, ciphertext. */
#ifndef SECRETS_SEAL_H
#define SECRETS_SEAL_H

#include <stdint.h>

#include "base/outcome.h"
#include "secrets/letter_seal.h"
#include "secrets/secrets.h"

struct file_seam;

/* What a key is for; the number goes into its derivation, so rows are never moved. */
enum seal_purpose { SEAL_PROOF, SEAL_FACTOR, SEAL_KEPT_FORM, SEAL_LETTER, SEAL_WAY_IN, SEAL_STOP, SEAL_REPORT, SEAL_REPORT_CODE, SEAL_PURPOSES };

enum { SEAL_KEY_BYTES = 32, SEAL_OVERHEAD = 1 + 4 + 24 + 16 };

/* The derived keys that a role holds; plain values, so that the keeper can hand them down. The master key is not among them. */
struct seal_ring {
	uint32_t number;                                         /* of the master key that they come from */
	unsigned char keys[SEAL_PURPOSES][SEAL_KEY_BYTES];       /* of SEAL_LETTER the seed of the courier's pair: the courier alone has it */
	struct letter_seal_key courier;                          /* its public half, for all */
};

/* Where a blob stands. Moved to another row, column or table it does not open. */
struct seal_place {
	struct str table, column;
	int64_t row;
};

/* The master key from its file: NOT_FOUND, SEAL_BROKEN (not 32 bytes), FILE_FAILED. */
enum outcome seal_master_read(const struct file_seam *, struct arena *, const char *path, struct secret *out);
/* A new one, in a new file that its owner alone may read (0400); an existing file is never replaced. */
enum outcome seal_master_make(const struct file_seam *, struct arena *, const char *path, struct secret *out);
void seal_derive(const struct secret *master, uint32_t number, struct seal_ring *out);
/* What the courier may hold of a ring, and what everybody else may: the seed of its pair and what signs links that stop letters, or all but that
 * seed. */
void seal_ring_of_courier(struct seal_ring *);
void seal_ring_without_courier(struct seal_ring *);
/* What opens reports: for whoever shows or takes them alone, web and the writer. */
void seal_ring_without_reports(struct seal_ring *);
void seal_forget(struct secret *);

/* The blob for that place, in the arena. */
struct sealing {
	const struct seal_ring *ring;
	enum seal_purpose purpose;
	struct seal_place place;
};
struct str seal(struct arena *, const struct random *, const struct sealing *, struct str plain);
/* What was sealed; SEAL_BROKEN for another key, another place, a blob that was cut or changed. */
enum outcome unseal(struct arena *, const struct sealing *, struct str blob, struct str *out);

#endif
