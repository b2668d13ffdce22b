/* Signatures that other services put on what they send us: HMAC-SHA256 (RFC 2104) in hexadecimal, under a secret that both know. */
#ifndef SECRETS_SIGNATURE_H
#define SECRETS_SIGNATURE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "secrets/secrets.h"

enum { SIGNATURE_HEX = 2 * HASH_BYTES, SIGNATURE_KEYS_MAX = 2 };

/* The MAC of all parts one after the other. */
struct hash signature_of(struct str key, const struct str *parts, size_t count);

/* 64 digits, lower case. */
struct str signature_print(struct arena *, const struct hash *);

/* One secret, or two with a comma between while one takes the other's place; blanks around them do not count. False if there is none, if
 * one is empty, or if there are more: nothing may be checked against such a setting, since an empty key is everybody's. */
bool signature_keys_are_fine(struct str keys);

/* Whether hex is the signature of the parts under one of the keys. Constant time for what it says; false for upper case, for
 * another length and for keys that are not fine. */
bool signature_is(struct str keys, const struct str *parts, size_t count, struct str hex);

#endif
