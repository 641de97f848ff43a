package screen

import (
	"bytes"
	"context"
	"image"
	"net/url"
	"path/filepath"

	"afterword/app/words"
	"afterword/assets"
	"afterword/data"
	"afterword/widgets"
)

// printScale is how many dots a unit has on paper: some 320 to the inch.
const printScale = 3

// pages are the numbers on paper, as a file in the home, and where they can go.
type pages struct {
	file, printer string
}

// print puts the charts that show on pages, and asks where they go: to the usual
// printer, or to the program that shows PDFs.
func (i *Insights) print() {
	i.Toast(assets.L("Preparing the pages."), "")
	load(&i.work, i.Context, i.pages(), i.hand)
}

// pages returns what makes the pages of the charts that show now, off the UI
// goroutine.
func (i *Insights) pages() func(context.Context) (pages, error) {
	now := i.Desk.Now()
	today := data.DayOf(now, i.Desk.Zone())
	title := assets.L("Insights, {{.Date}}", assets.Args{"Date": words.LongDate(today)})
	var all []widgets.Picture
	for _, f := range i.shown {
		all = append(all, i.picture(f))
	}
	return func(ctx context.Context) (p pages, err error) {
		var painted []image.Image
		for _, picture := range all {
			img, err := picture.Paint(printScale, true, onUI(ctx))
			if err != nil {
				return p, err
			}
			painted = append(painted, img)
		}
		var pdf bytes.Buffer
		if err := widgets.WritePages(&pdf, title, now, i.Paper, painted); err != nil {
			return p, err
		}
		if p.file, err = i.Keep("afterword-insights-"+today.String()+".pdf", pdf.Bytes()); err != nil {
			return p, err
		}
		p.printer = i.Printer(ctx)
		return p, nil
	}
}

// hand gives the pages on.
func (i *Insights) hand(p pages, err error) {
	switch {
	case err != nil:
		i.Fail(err)
	case p.printer == "":
		i.openPages(p, assets.L("No printer was found, so the pages are shown as a PDF. You can print or keep it from there."))
	default:
		i.askPrint(p)
	}
}

// askPrint asks before anything comes out of a printer.
func (i *Insights) askPrint(p pages) {
	var sheet *widgets.Sheet
	text := i.Kit.Text("print.text", widgets.RoleBody, assets.L("The pages are ready. The printer is {{.Printer}}.", assets.Args{"Printer": p.printer}))
	cancel := i.Kit.Button("print.cancel", assets.L("Cancel"), func() { sheet.Close() })
	open := i.Kit.Button("print.open", assets.L("Show as a PDF"), func() {
		sheet.Close()
		i.openPages(p, "")
	})
	send := i.Kit.Button("print.send", assets.L("Print"), func() {
		sheet.Close()
		i.Do(func(ctx context.Context) error { return i.Press.Print(ctx, p.file) }, func() {
			i.Toast(assets.L("Handed to {{.Printer}}.", assets.Args{"Printer": p.printer}), "")
		})
	}).Primary()
	sheet = i.Kit.Sheet("print", assets.L("Print"), text, cancel, open, send)
	sheet.First(send).ShowOn(i.Window().Canvas())
}

// openPages shows the pages in the user's program for PDFs, and says where they
// are when there is none.
func (i *Insights) openPages(p pages, said string) {
	address := url.URL{Scheme: "file", Path: filepath.ToSlash(p.file)}
	if err := i.Open(address.String()); err != nil {
		said = assets.L("The pages are in {{.File}}. No program was found that shows them.", assets.Args{"File": p.file})
	}
	if said != "" {
		i.Toast(said, "")
	}
}
