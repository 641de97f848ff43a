package screen

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"afterword/app/desk"
	"afterword/app/sheet"
	"afterword/assets"
	"afterword/widgets"
)

// bringing is the sheet that takes over a spreadsheet: it shows what the columns
// are taken for and what would be added before anything is.
type bringing struct {
	*Host
	name    string // of the file, without its folder
	file    []byte
	reading desk.SheetReading
	loader  loader

	sheet   *widgets.Sheet
	column  *widgets.Column
	putAway *widgets.Check
	line    *widgets.Text
	add     *widgets.Button
	cancel  *widgets.Button
	stop    context.CancelFunc // while it is being added
}

// maxSheet is more than any spreadsheet of a job search has, in bytes.
const maxSheet = 64 << 20

// AskSheet asks which file to take over.
func (h *Host) AskSheet() {
	k := h.Kit
	var sheet *widgets.Sheet
	path := k.Entry("import.path", assets.L("File")).Labelled().Hint(assets.L("jobs.csv, or drop it on the window"))
	reading := false
	open := func() {
		file := path.Text()
		if file == "" || reading {
			return
		}
		b := &bringing{Host: h}
		var failed error
		reading = true
		h.Do(func(ctx context.Context) error {
			failed = b.read(ctx, file)
			return nil
		}, func() {
			reading = false
			if failed != nil { // what was typed stays, to be mended
				path.SetError(h.Explain(failed))
				sheet.Refresh()
				h.Focus(path.Focusable())
				return
			}
			sheet.Close()
			b.show()
		})
	}
	path.OnEnter(func(string) { open() }).OnChanged(func(string) { path.SetError("") })
	browse := k.Button("import.browse", assets.L("Browse…"), func() {
		dialog.ShowFileOpen(func(f fyne.URIReadCloser, err error) {
			if f == nil || err != nil {
				return
			}
			path.SetText(f.URI().Path())
			_ = f.Close() // nothing was read
			open()
		}, h.Window())
	}).Quiet()
	cancel := k.Button("import.cancel", assets.L("Cancel"), func() { sheet.Close() })
	next := k.Button("import.next", assets.L("Look at it"), open).Primary()
	text := widgets.NewText(widgets.RoleSecondary, assets.L("Save your spreadsheet as CSV and choose it here. You see what would be added before anything is, and one Undo takes it all back."))
	sheet = k.Sheet("import", assets.L("Bring a spreadsheet"), widgets.NewColumn(10, text, path, browse), cancel, next)
	sheet.First(path.Focusable()).ShowOn(h.Window().Canvas())
}

// ShowSheet reads a spreadsheet and shows what would be added.
func (h *Host) ShowSheet(path string) {
	b := &bringing{Host: h}
	h.Do(func(ctx context.Context) error { return b.read(ctx, path) }, b.show)
}

// read takes in a file and what its columns seem to mean.
func (b *bringing) read(ctx context.Context, path string) (err error) {
	if b.name, b.file, err = b.ReadFile(path, maxSheet); err == nil {
		b.reading, err = b.Desk.ReadSheet(ctx, b.file, nil, nil)
	}
	return err
}

func (b *bringing) show() {
	k := b.Kit
	b.column = widgets.NewColumn(14)
	b.line = k.Text("import.line", widgets.RoleBody, "")
	b.putAway = k.Check("import.put_away", putAwayText(b.reading.Old), nil).Tick()
	b.add = k.Button("import.add", assets.L("Bring them in"), b.bring).Primary()
	b.cancel = k.Button("import.cancel", assets.L("Cancel"), b.leave)
	b.draw()
	b.sheet = k.Sheet("import", b.name, b.column, b.cancel, b.add).Wide(720).OnEscape(b.leave)
	b.sheet.First(b.add).ShowOn(b.Window().Canvas())
}

// leave closes the sheet; an import that runs is stopped and leaves nothing.
func (b *bringing) leave() {
	if b.stop != nil {
		b.stop()
		return
	}
	b.loader.stop()
	b.sheet.Close()
}

// again reads the file with another meaning of a column or of its days.
func (b *bringing) again(m sheet.Mapping, s *sheet.Style) {
	load(&b.loader, b.Context, func(ctx context.Context) (desk.SheetReading, error) {
		return b.Desk.ReadSheet(ctx, b.file, m, s)
	}, func(r desk.SheetReading, err error) {
		if err != nil {
			b.Fail(err)
			return
		}
		b.reading = r
		b.draw()
		b.sheet.Refresh()
	})
}

// draw shows the counts, the columns and the first lines.
func (b *bringing) draw() {
	n := counted(b.reading)
	b.line.SetText(n.text())
	b.add.SetLabel(assets.N("Bring it in", "Bring them in", n.added+n.rounds))
	if b.add.Enable(); n.added+n.rounds == 0 {
		b.add.Disable()
	}
	objects := []fyne.CanvasObject{b.line}
	if b.reading.Old > 0 {
		b.putAway.SetLabel(putAwayText(b.reading.Old))
		objects = append(objects, b.putAway)
	}
	if days := b.daysLine(); days != nil {
		objects = append(objects, days)
	}
	objects = append(objects, b.firstLines())
	if len(n.skipped) > 0 {
		objects = append(objects, b.skippedCard(n.skipped))
	}
	b.column.Set(append(objects, b.columns())...)
}

// bring adds what the sheet shows, with its progress in the line at the top.
func (b *bringing) bring() {
	ctx, stop := context.WithCancel(b.Context)
	b.stop = stop
	b.add.Disable()
	total, reading, putAway := len(b.reading.Rows), b.reading, b.putAway.Ticked()
	b.say(0, total)
	load(&b.loader, ctx, func(ctx context.Context) (desk.Imported, error) {
		return b.Desk.ImportSheet(ctx, reading, putAway, func(done int) { fyne.Do(func() { b.say(done, total) }) })
	}, func(got desk.Imported, err error) { b.brought(got, err) })
	context.AfterFunc(ctx, func() { fyne.Do(b.stopped) })
}

func (b *bringing) say(done, total int) {
	b.line.SetText(assets.L("{{.Done}} of {{.Total}} rows…", assets.Args{"Done": strconv.Itoa(done), "Total": strconv.Itoa(total)}))
}

// stopped is the sheet after Cancel took an import back that had begun.
func (b *bringing) stopped() {
	if b.stop == nil {
		return
	}
	b.stop = nil
	b.draw()
	b.sheet.Refresh()
}

func (b *bringing) brought(got desk.Imported, err error) {
	stop := b.stop
	b.stop = nil
	if stop != nil {
		stop()
	}
	if err != nil {
		if !errors.Is(err, context.Canceled) {
			b.Fail(err)
		}
		b.draw()
		return
	}
	b.sheet.Close()
	b.Go(Place{Page: PageInterviews})
	b.Changed()
	b.Again(assets.N("Brought in one interview.", "Brought in {{.N}} interviews.", got.Added+got.Changed), assets.L("Undo"), func() { b.UndoBatch(got.Batch) })
}

func putAwayText(n int) string {
	return assets.N("Put one away that is more than two months old and has no answer. You can reopen it any time.", "Put {{.N}} away that are more than two months old and have no answer. You can reopen them any time.", n)
}

// counts are what would become of the lines.
type counts struct {
	added, rounds int
	skipped       []desk.SheetRow
}

func counted(r desk.SheetReading) counts {
	var n counts
	for _, row := range r.Rows {
		switch row.Does {
		case desk.DoesAdd:
			n.added++
		case desk.DoesRound:
			n.rounds++
		default:
			n.skipped = append(n.skipped, row)
		}
	}
	return n
}

func (n counts) text() string {
	if n.added+n.rounds == 0 {
		return assets.L("Nothing new is in this file.")
	}
	lines := []string{assets.N("The file adds one application.", "The file adds {{.N}} applications.", n.added)}
	if n.rounds > 0 {
		lines = append(lines, assets.N("One more interview joins an application that is there.", "Another {{.N}} interviews join applications that are there.", n.rounds))
	}
	if len(n.skipped) > 0 {
		lines = append(lines, assets.N("One line is left out.", "Left out: {{.N}} lines.", len(n.skipped)))
	}
	return strings.Join(lines, " ")
}
