/* Rights: what a visitor may be, and what a route row may ask. */
#ifndef ACCESS_WHO_H
#define ACCESS_WHO_H

/* Who a visitor is, for this programme and this thing: bits that the guard works out. A route row names those it admits. */
enum who {
	WHO_ANYONE = 1 << 0,          /* also signed out */
	WHO_SIGNED_IN = 1 << 1,
	WHO_MEMBER = 1 << 2,          /* of the programme in the path */
	WHO_MENTEE = 1 << 3,
	WHO_MENTOR = 1 << 4,          /* approved and not left; may be away */
	WHO_APPLICANT = 1 << 5,       /* has a mentor record in any state */
	WHO_COORDINATOR = 1 << 6,
	WHO_ESCALATION = 1 << 7,
	WHO_ADMIN = 1 << 8,           /* runs the server; no programme right by that alone */
	/* towards the thing of the path */
	WHO_SEES = 1 << 9,            /* may know that it exists; without it every answer is 404 */
	WHO_OWNER = 1 << 10,          /* the mentee of a request; the person of a profile */
	WHO_CLAIMER = 1 << 11,        /* holds the claim, or held it when the request was closed */
	WHO_NAMED = 1 << 12,          /* the mentor asked by name, while the hold lasts */
	WHO_LATE = 1 << 13,           /* a mentor who comes after the claim or the end: may learn that, and who was first, no more */
	WHO_SERVER = 1 << 14,         /* a command of our own processes; no address reaches it */
	WHO_READER = 1 << 15,         /* a program whose token may read and nothing else */
	WHO_HALF = 1 << 16,           /* signed in by a link, the second factor is still to come, or to come again after a long rest */
	WHO_ONLOOKER = 1 << 17,       /* no mentor, towards a request on the board: may learn that only mentors take it, no more */
	WHO_SAFETY = 1 << 18,         /* reads and decides reports; sees no more of the programme than any member */
	WHO_REVIEWER = 1 << 19,       /* reads and scores applications */
	WHO_FRONT = 1 << 20           /* sees the front of the programme: members, and everybody where front.audience says so */
};

/* Beside the bits of a route row: the session must have proved who it is within ten minutes (TRUST.md 6.3). Never a visitor's own. */
#define AND_FRESH (1 << 30)
/* Beside them: the token in the path is proof enough that its holder means it, so no form token and no page of ours is asked (RFC 8058). */
#define BY_LINK (1 << 29)
/* Beside them: another service signed the very bytes; who acts stands in them, so neither a session nor a form token is asked (SLACK.md 5). */
#define BY_SIGNATURE (1 << 28)
/* Beside them: whoever knows the operator's metrics_token; nobody's session. */
#define BY_WATCHER (1 << 27)
/* Beside them: to a member whom the row does not admit there is no such address, so nothing says whether anything stands behind it. */
#define OR_NOTHING (1 << 26)

/* Beside them: neither the log nor a monitor says that it was this row, so that nobody counts reports; it goes with what has no row. */
#define NOT_COUNTED (1 << 25)

/* What the finder of a thing works out. */
#define WHO_TOWARDS (WHO_SEES | WHO_OWNER | WHO_CLAIMER | WHO_NAMED | WHO_LATE | WHO_ONLOOKER)

/* Roles that open by a second factor alone. */
#define WHO_HIGH (WHO_COORDINATOR | WHO_ESCALATION | WHO_ADMIN | WHO_SAFETY)

#endif
