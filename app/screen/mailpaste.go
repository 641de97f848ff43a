package screen

import (
	"context"
	"fmt"
	"strings"
	"time"

	"afterword/app/desk"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// pasted is the sheet into which a mail is pasted, as a whole or only its words:
// it is judged as one from a mailbox.
type pasted struct {
	*Host
	sheet *widgets.Sheet
	text  *widgets.Entry
	from  *widgets.Entry
	line  *widgets.Text
	draft sheetDraft
}

// pasteMail asks for a mail.
func (h *Host) pasteMail() { h.showPaste() }

// showPaste opens the sheet.
func (h *Host) showPaste() *pasted {
	p := &pasted{Host: h}
	k := h.Kit
	p.from = k.Entry("paste.from", assets.L("From")).Labelled().Hint(assets.L("dana@acme.example, if the text does not say it"))
	p.text = k.TextArea("paste.text", assets.L("The mail"), 8)
	p.line = k.Text("paste.line", widgets.RoleSecondary, assets.L("Its source, or only its words. It is sorted like a mail from your mailbox and goes nowhere else."))
	p.draft = sheetDraft{host: h, setting: pasteDraft, entries: func() []*widgets.Entry { return []*widgets.Entry{p.from, p.text} }}
	leave := func() { p.draft.leave(p.sheet) }
	cancel := k.Button("paste.cancel", assets.L("Cancel"), leave)
	sort := k.Button("paste.sort", assets.L("Sort it"), p.sort).Primary()
	p.sheet = k.Sheet("paste", assets.L("Paste a mail"), widgets.NewColumn(10, p.line, p.from, p.text), cancel, sort)
	p.sheet.Wide(640).OnEscape(leave).OnClosed(p.draft.drop)
	p.sheet.First(p.text.Focusable()).ShowOn(h.Window().Canvas())
	if p.draft.begin() {
		p.line.SetText(assets.L("This is what you typed before. It isn't sorted yet."))
	}
	return p
}

// sort judges what was pasted and says what became of it.
func (p *pasted) sort() {
	raw, err := wholeMail(p.text.Text(), p.from.Text(), p.Desk.Now())
	if err != nil {
		p.line.SetText(assets.L("Who wrote it? Type the address under From, or paste the source of the mail."))
		p.sheet.Refresh()
		p.Focus(p.from.Focusable())
		return
	}
	var got desk.Opened
	p.Do(func(ctx context.Context) (err error) {
		got, err = p.Desk.OpenMail(ctx, raw)
		return err
	}, func() {
		p.sheet.Close()
		p.ShowOpened(got)
	})
}

// ShowOpened says what became of a mail that the user handed over, or opens the
// add sheet with the invitations in it.
func (h *Host) ShowOpened(got desk.Opened) {
	switch {
	case len(got.Invitations) > 0:
		h.ShowInvitations(got.Invitations, nil)
	case got.Matched+got.Review == 0:
		h.Toast(assets.L("This mail belongs to none of your interviews, or was filed before."), "")
	default:
		h.Toast(assets.L("The mail is filed."), "")
	}
}

// wholeMail returns pasted text as a mail (RFC 5322): what has a head of its own
// as it is, bare words with a head around them. The error wraps data.ErrInvalid
// when nobody is named who wrote it.
func wholeMail(text, from string, now time.Time) ([]byte, error) {
	text = strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
	head, _, _ := strings.Cut(text, "\n\n")
	if own := strings.ToLower("\n" + head); strings.Contains(own, "\nfrom:") && strings.Contains(own, "@") && text != head {
		return []byte(strings.ReplaceAll(text, "\n", "\r\n") + "\r\n"), nil
	}
	from = strings.TrimSpace(strings.NewReplacer("\n", " ", "\r", " ").Replace(from))
	if text == "" || !strings.Contains(from, "@") {
		return nil, fmt.Errorf("pasted mail without a sender: %w", data.ErrInvalid)
	}
	mail := "From: " + from + "\n" + "Date: " + now.Format(time.RFC1123Z) + "\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + text + "\n"
	return []byte(strings.ReplaceAll(mail, "\n", "\r\n")), nil
}
