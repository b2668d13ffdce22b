# What the parts of Slack that can be had say of our calls and signatures.
