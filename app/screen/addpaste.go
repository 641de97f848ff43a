package screen

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"afterword/app/invite"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// maxShown is how many bytes of a pasted text the box shows: all of it is read,
// but a text field is slow with more.
const maxShown = 3000

// pasteChanged reads what is pasted at once, and what is typed when the keys rest.
func (a *addSheet) pasteChanged(text string) {
	const pasted = 3 // letters more at once
	grown := len(text) - a.pasteLen
	a.pasteLen = len(text)
	if a.pasteRest != nil {
		a.pasteRest.Stop()
	}
	if grown < 0 || grown >= pasted || strings.TrimSpace(text) == "" {
		a.readPaste(text)
		return
	}
	a.pasteRest = a.After(2*typingPause, func() {
		fyne.Do(func() {
			if a.adding == a {
				a.readPaste(a.paste.Text())
			}
		})
	})
}

// readPaste fills the fields that the user left alone from what was pasted.
func (a *addSheet) readPaste(text string) {
	if strings.TrimSpace(text) == "" {
		a.found.Hide()
		a.sheet.Refresh()
		return
	}
	if strings.HasSuffix(text, cutMark()) {
		text = a.whole
	}
	a.offer(a.Desk.ReadInvitation(a.Context, []byte(text)))
}

// shorten keeps a long text whole for reading and returns the top of it.
func (a *addSheet) shorten(text string) string {
	if len(text) <= maxShown {
		return text
	}
	a.whole = text
	return strings.ToValidUTF8(text[:maxShown], "") + cutMark()
}

func cutMark() string { return "\n" + assets.L("… and more, which was read but isn't shown.") }

// offer fills the sheet from what was found; of several meetings it asks which.
func (a *addSheet) offer(found []invite.Invitation, err error) {
	switch {
	case err != nil:
		a.found.SetText(a.Explain(err))
		a.found.Show()
		a.sheet.Refresh()
	case len(found) == 1:
		a.fill(found[0])
	default:
		a.pick(found)
	}
}

// pick asks which of several meetings is meant.
func (a *addSheet) pick(found []invite.Invitation) {
	const most = 12
	var sheet *widgets.Sheet
	lines := []fyne.CanvasObject{widgets.NewText(widgets.RoleBody, assets.L("The file holds several meetings."))}
	s := a.Desk.Speaker(data.DefaultSettings())
	for i, in := range found[:min(len(found), most)] {
		when := s.Span(data.Interview{Start: in.When.Start, End: in.When.End, Date: in.When.Date, Zone: in.When.Zone})
		label := when
		if in.Title != "" {
			label = assets.L("{{.What}}, {{.When}}", assets.Args{"What": shortened(in.Title), "When": when})
		}
		lines = append(lines, a.Kit.Button("pick."+strconv.Itoa(i), label, func() {
			sheet.Close()
			a.fill(in)
		}))
	}
	if len(found) > most {
		lines = append(lines, widgets.NewText(widgets.RoleSecondary, assets.N("and {{.N}} more, which can be pasted one by one", "and {{.N}} more, which can be pasted one by one", len(found)-most)))
	}
	cancel := a.Kit.Button("pick.cancel", assets.L("Cancel"), func() { sheet.Close() })
	sheet = a.Kit.Sheet("pick", assets.L("Which one?"), widgets.NewColumn(8, lines...), cancel)
	sheet.ShowOn(a.Window().Canvas())
}

// fill puts an invitation into the fields that the user left alone.
func (a *addSheet) fill(in invite.Invitation) {
	a.invitation = in
	n := 0
	for _, one := range []struct {
		f *field
		v invite.Found
	}{
		{a.company, in.Company},
		{a.role, in.Role},
		{a.when, invite.Found{Value: a.whenLocal(in.Typed), Phrase: in.When.Phrase}},
		{a.with, attendees(in.With)},
		{a.more.place, in.Place},
		{a.more.notes, invite.Found{Value: in.Notes, Phrase: firstLine(in.Notes)}},
	} {
		if one.f.fill(one.v) {
			n++
		}
	}
	if a.more.fillKind(in.Kind) {
		n++
	}
	if n == 0 {
		a.found.SetText(assets.L("We found nothing sure in it. Fill in the lines below."))
	} else {
		a.found.SetText(assets.L("Check what we read. Nothing is saved yet."))
	}
	a.found.Show()
	a.readWhen()
	a.arrange()
}

// attendees writes people as the field With takes them.
func attendees(all []invite.Attendee) invite.Found {
	var names, phrases []string
	for _, p := range all {
		name := strings.TrimSpace(p.Honorific + " " + p.Name)
		if strings.ContainsAny(name, ",;<>") {
			name = strconv.Quote(name)
		}
		if p.Address() != "" {
			name = strings.TrimSpace(name + " <" + p.Address() + ">")
		}
		names = append(names, name)
		if len(phrases) == 0 || phrases[len(phrases)-1] != p.Phrase {
			phrases = append(phrases, p.Phrase)
		}
	}
	return invite.Found{Value: strings.Join(names, ", "), Phrase: strings.Join(phrases, " … ")}
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

// people reads the field With; jobs that the invitation named are kept.
func (a *addSheet) people() []data.Person {
	people := invite.People(a.with.entry.Text())
	for i, p := range people {
		for _, known := range a.invitation.With {
			if p.Address() != "" && p.Address() == known.Address() || p.Name != "" && p.Name == known.Name {
				people[i].Job = known.Job
			}
		}
	}
	return people
}

// ShowInvitations opens the add sheet, or takes the one that is open, and fills
// it with what a file of the user's says; of several meetings it asks which.
func (h *Host) ShowInvitations(found []invite.Invitation, err error) {
	if err != nil && h.adding == nil {
		h.Fail(err)
		return
	}
	h.ShowAdd()
	h.adding.offer(found, err)
}
