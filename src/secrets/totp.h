/* One-time codes: six digits from an authenticator app (RFC 6238, by liboath), and recovery codes on paper (TRUST.md 6.2). Who may
 * try how often, and that no code works twice, is the caller's (../features/access). */
#ifndef SECRETS_TOTP_H
#define SECRETS_TOTP_H

#include "base/moment.h"
#include "secrets/secrets.h"

enum { TOTP_SEED_BYTES = 20, TOTP_DIGITS = 6, TOTP_STEP_SECONDS = 30, RECOVERY_SYMBOLS = 24 };

struct totp_seed {
	unsigned char bytes[TOTP_SEED_BYTES];
};

struct totp_seed totp_seed_new(const struct random *);

/* For typing in by hand: base 32 of RFC 4648, 32 symbols in groups of four. */
struct str totp_seed_text(struct arena *, const struct totp_seed *);
/* "otpauth://totp/…" for a QR code or a tap. */
struct str totp_url(struct arena *, const struct totp_seed *, struct str issuer, struct str account);

/* Whether the code is that of this step of 30 s or of the one before, and of a step after last_step; which one is in *step_out.
 * Blanks inside the code are ignored. Takes the same time whichever digit is wrong. */
bool totp_is(const struct totp_seed *, struct str code, struct moment now, int64_t last_step, int64_t *step_out);
/* The code of a moment; for tests and for whoever checks an app. */
struct str totp_code(struct arena *, const struct totp_seed *, struct moment at);

/* 24 symbols of Crockford's base 32 (120 bits) in groups of four. */
struct str recovery_new(struct arena *, const struct random *);
/* What is stored of a code as typed: blanks, dashes and case do not matter, o is 0, i and l are 1. False if it cannot be one. */
bool recovery_hash(struct str typed, struct hash *out);

#endif
