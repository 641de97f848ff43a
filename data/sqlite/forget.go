package sqlite

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"

	"afterword/data"
)

// HashKeySetting names the setting with the key, as hex in JSON, under which
// what is forgotten is known again. It never leaves the file.
const HashKeySetting = "mail.hash_key"

// ForgetMessages erases what was noted of the mails of a mailbox, of all mails
// for "": who wrote them and what they say. What is left of each is a keyed hash,
// so that nothing is filed twice, what it did, and the Message-ID of the user's
// own, which answers refer to. An open question about one is dropped.
func (tx *Tx) ForgetMessages(ctx context.Context, mailbox data.ID) error {
	what := "forget the mails of " + string(mailbox)
	err := tx.exec(ctx, what, `UPDATE messages SET sender = '', subject = '', excerpt = '', reason = '',
		detail = json_remove(detail, '$.from_name', '$.to', '$.in_reply_to', '$.references', '$.invite', '$.text',
			'$.suggest', '$.candidates', '$.return', '$.inclusive', '$.rule'),
		action = iif(answer = '' AND action IN ('review', 'suggest'), 'ignore', action) WHERE ?1 IN ('', mailbox)`, mailbox)
	if err != nil {
		return err
	}
	keys, err := list(ctx, tx, scanText, `SELECT DISTINCT key FROM messages
		WHERE ?1 IN ('', mailbox) AND class <> 'own' AND key NOT LIKE 'forgotten:%'`, mailbox)
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	for _, key := range keys {
		hidden, err := tx.hidden(ctx, key)
		if err != nil {
			return fmt.Errorf("%s: %w", what, err)
		}
		if err := tx.exec(ctx, what, `UPDATE messages SET key = ? WHERE key = ? AND ?3 IN ('', mailbox)`, hidden, key, mailbox); err != nil {
			return err
		}
	}
	return nil
}

// hidden is what is left of a key that is forgotten; the key itself while there
// is nothing to hide it with.
func (tx *Tx) hidden(ctx context.Context, key string) (string, error) {
	text, err := one(ctx, tx, scanText, `SELECT value FROM settings WHERE name = ?`, HashKeySetting)
	if errors.Is(err, data.ErrNotFound) {
		return key, nil
	}
	if err != nil {
		return "", err
	}
	var secret string
	if err := json.Unmarshal([]byte(text), &secret); err != nil {
		return "", fmt.Errorf("setting %s: %w", HashKeySetting, err)
	}
	hash := hmac.New(sha256.New, []byte(secret))
	hash.Write([]byte(key))
	return "forgotten:" + hex.EncodeToString(hash.Sum(nil)), nil
}
