package letter

import "afterword/data"

// Shorter returns the brief of a shorter letter, and whether there is one:
// first optional sentences are left out, then the tone is brief.
func Shorter(b Brief) (Brief, bool) {
	now, err := Write(b)
	if err != nil {
		return b, false
	}
	for _, step := range []func(*Brief){
		func(b *Brief) { b.Short = true },
		func(b *Brief) { b.Short, b.Tone = true, data.ToneBrief },
	} {
		next := b
		step(&next)
		if d, err := Write(next); err == nil && Words(d.Body) < Words(now.Body) {
			return next, true
		}
	}
	return b, false
}

// Change returns what becomes of mine, a draft that the user may have edited,
// when the letter of from is written as to wants it: in another tone, shorter,
// with a new topic. The user's own sentences and subject are kept (Merge).
func Change(mine Draft, from, to Brief) (Draft, error) {
	fresh, err := Write(to)
	if err != nil {
		return mine, err
	}
	old, err := Write(from)
	if err != nil {
		return mine, err
	}
	return Draft{
		Subject:  MergeSubject(old.Subject, mine.Subject, fresh.Subject),
		Body:     Merge(old.Body, mine.Body, fresh.Body),
		Language: fresh.Language,
	}, nil
}
