# What aiosmtpd and smtp-server understand of our mail.
