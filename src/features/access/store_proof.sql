-- Which master key sealed this database: what the command line asks before it serves.

-- one seal_proof_of(number seal_proof.number)                                         by cli
select proof from seal_proof where number = $1;

-- add seal_proof_add(number seal_proof.number, proof seal_proof.proof, now seal_proof.made_at) by cli
insert into seal_proof (number, proof, made_at) values ($1, $2, $3);
