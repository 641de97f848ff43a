package sqlite

import (
	"context"
	"slices"
)

// lead finds anew who is one contact with each of these records, and names the
// contact by its first record.
func (tx *Tx) lead(ctx context.Context, records []int64) error {
	shared, err := list(ctx, tx, scanNumber, `SELECT DISTINCT p.n FROM json_each(?) w JOIN people p ON p.n = w.value AND NOT p.shared
		JOIN addresses a ON a.person = p.id JOIN addresses b ON b.address = a.address AND b.person <> a.person`, jsonText(records))
	if err != nil {
		return err
	}
	err = tx.exec(ctx, "contact", `UPDATE contacts SET lead = n WHERE n IN (SELECT value FROM json_each(?)) AND lead <> n`, jsonText(records))
	if err != nil {
		return err
	}
	done := make(map[int64]bool)
	for _, n := range shared {
		if done[n] {
			continue
		}
		group, err := tx.linked(ctx, n)
		if err != nil {
			return err
		}
		for _, member := range group {
			done[member] = true
		}
		err = tx.exec(ctx, "contact", `UPDATE contacts SET lead = ?1 WHERE n IN (SELECT value FROM json_each(?2)) AND lead <> ?1`,
			slices.Min(group), jsonText(group))
		if err != nil {
			return err
		}
	}
	return nil
}

// linked returns the records that are one contact with the record n, itself
// included: of one name, and each with an address of another that is theirs alone.
// It goes from address to address, and to each only once: a recruiter may have
// hundreds of records.
func (tx *Tx) linked(ctx context.Context, n int64) ([]int64, error) {
	group, member, seen := []int64{n}, map[int64]bool{n: true}, map[string]bool{}
	for i := 0; i < len(group); i++ {
		addresses, err := list(ctx, tx, scanText, `SELECT a.address FROM people p JOIN addresses a ON a.person = p.id
			WHERE p.n = ? AND NOT p.shared`, group[i])
		if err != nil {
			return nil, err
		}
		for _, address := range addresses {
			if seen[address] {
				continue
			}
			seen[address] = true
			// CROSS JOIN keeps the order: by address first, for a name may be very common.
			found, err := list(ctx, tx, scanNumber, `SELECT c.n FROM addresses b CROSS JOIN people q ON q.id = b.person AND NOT q.shared
				CROSS JOIN contacts c ON c.n = q.n AND c.sort = (SELECT sort FROM contacts WHERE n = ?)
				WHERE b.address = ?`, n, address)
			if err != nil {
				return nil, err
			}
			for _, other := range found {
				if !member[other] {
					member[other] = true
					group = append(group, other)
				}
			}
		}
	}
	return group, nil
}
