package sqlite

import (
	"context"
	"fmt"
	"strings"

	"afterword/data"
)

// A SenderRule is what the user once said of all mails from an address.
type SenderRule struct {
	Address     string      // addr-spec, lower case
	Application data.ID     // "" for whichever
	Verdict     data.Answer // AnswerAlways: belongs to the application; AnswerNever: does not
}

// SaveSenderRule stores a rule, in place of the one for its Address and
// Application.
func (tx *Tx) SaveSenderRule(ctx context.Context, r SenderRule) error {
	return tx.exec(ctx, "save rule for "+r.Address, `INSERT INTO sender_rules (address, application, verdict)
		VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET verdict = excluded.verdict`,
		strings.ToLower(r.Address), r.Application, r.Verdict)
}

// DeleteSenderRule forgets a rule; one that is not there is none.
func (tx *Tx) DeleteSenderRule(ctx context.Context, address string, application data.ID) error {
	return tx.exec(ctx, "forget rule for "+address, `DELETE FROM sender_rules WHERE address = ? AND application = ?`, strings.ToLower(address), application)
}

// DeleteSenderRules forgets all rules.
func (tx *Tx) DeleteSenderRules(ctx context.Context) error {
	return tx.exec(ctx, "forget the rules for senders", `DELETE FROM sender_rules`)
}

// SenderRules returns all rules, by address.
func (tx *Tx) SenderRules(ctx context.Context) ([]SenderRule, error) {
	scan := func(r row) (SenderRule, error) {
		var v SenderRule
		err := r.Scan(&v.Address, &v.Application, &v.Verdict)
		return v, err
	}
	rules, err := list(ctx, tx, scan,
		`SELECT address, application, verdict FROM sender_rules ORDER BY address, application`)
	if err != nil {
		return nil, fmt.Errorf("sender rules: %w", err)
	}
	return rules, nil
}

// SenderRules returns all rules, by address.
func (s *Store) SenderRules(ctx context.Context) ([]SenderRule, error) {
	return view(ctx, s, func(tx *Tx) ([]SenderRule, error) { return tx.SenderRules(ctx) })
}
