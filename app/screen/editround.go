package screen

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"afterword/app/desk"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// A roundFields is the lines of one interview.
type roundFields struct {
	host        *Host
	id          data.ID
	stored      bool // format and place can be changed
	was         string
	when, place *widgets.Entry
	echo        *widgets.Text
	kind        *widgets.Choice
	sheet       func() *widgets.Sheet
}

func (e *editSheet) round(iv data.Interview) *roundFields {
	id := "edit.round:" + string(iv.ID)
	r := &roundFields{host: e.Host, id: iv.ID, stored: desk.Stored(&e.last.Case, iv.ID), sheet: func() *widgets.Sheet { return e.sheet }}
	r.was = e.whenLocal(whenOf(iv, e.Desk.Zone()))
	r.when = e.line(id+".when", assets.L("When"), r.was).Hint(assets.L("tomorrow 3pm, 24 Nov 15:00"))
	r.when.OnChanged(func(string) { r.read() })
	r.echo = e.Kit.Text(id+".when_echo", widgets.RoleSecondary, "")
	r.place = e.line(id+".place", assets.L("Place or link"), iv.Place)
	r.kind = e.Kit.Choice(id+".kind", assets.L("Format"), kindOptions(id+".kind"), nil)
	r.kind.Choose(max(0, slices.Index(kinds(), iv.Kind)))
	r.read()
	return r
}

func (r *roundFields) column(title string) fyne.CanvasObject {
	objects := []fyne.CanvasObject{widgets.NewText(widgets.RoleCompany, title), widgets.NewColumn(4, r.when, r.echo)}
	if r.stored {
		objects = append(objects, r.kind, r.place)
	}
	return widgets.NewColumn(8, objects...)
}

func (r *roundFields) chosenKind() string { return kinds()[max(0, r.kind.Chosen())] }

// read echoes the time in full words and returns it; nil when it cannot be read.
func (r *roundFields) read() *desk.NewInterview {
	text := strings.TrimSpace(r.when.Text())
	r.when.SetError("")
	defer func() {
		if s := r.sheet(); s != nil {
			s.Refresh()
		}
	}()
	r.echo.SetText("")
	if text == "" {
		return nil
	}
	reader, err := r.host.Desk.Reader(r.host.Context)
	if err != nil {
		r.echo.SetText(r.host.Explain(err))
		return nil
	}
	w, err := reader.When(text)
	if err != nil {
		r.echo.SetText(r.host.Explain(err))
		return nil
	}
	s := r.host.Desk.Speaker(data.DefaultSettings())
	echo := fullWhen(s, w)
	if len(w.Others) > 0 {
		echo = assets.L("{{.This}} (or did you mean {{.Other}}?)", assets.Args{"This": echo, "Other": fullWhen(s, w.Others[0])})
	}
	r.echo.SetText(echo)
	return &desk.NewInterview{Start: w.Start, End: w.End, Date: w.Date, Zone: w.Zone}
}

// change returns what the fields hold, and false when the time cannot be read.
func (r *roundFields) change() (desk.RoundEdit, bool) {
	n := desk.RoundEdit{ID: r.id, Kind: r.chosenKind(), Place: r.place.Text()}
	if r.when.Text() == r.was {
		return n, true
	}
	n.When = r.read()
	if n.When == nil {
		r.when.SetError(assets.L("We can't read this time. Try \"24 Nov 15:00\"."))
		return n, false
	}
	return n, true
}
