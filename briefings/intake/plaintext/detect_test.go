package plaintext

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	harbour = "The harbour authority signed the first lease in the spring of that year, and two more followed before the cranes had been paid for."
	wrapped = "The harbour authority signed the first lease in the spring of that\nyear, and two more followed before the cranes had been paid for. Work\non the second quay began at once and went on through the winter.\n"
)

func TestHeadingsOfPastedText(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"without blank lines",
			"Cranes for the harbour\nWhy the lease matters\n" + harbour + "\nFrom tenant to partner\n" + harbour + "\n" + harbour + "\nReferences\n- https://a.example/1\n- https://a.example/2\n",
			[]string{"# Cranes for the harbour", "## Why the lease matters", "## From tenant to partner", "## References"}},
		{"a browser's copy with bare items",
			"Skip to main content\nMenu\nCranes for the harbour\n\nBy Ada Example\n\n3 March 2021\n\n" + harbour + "\n\nWhat was leased\n\n" + harbour + "\n\nTwo gantry cranes\nA mobile crane\nFour straddle carriers\nA weighbridge\n\n" + harbour + "\n\nOutlook\n\n" + harbour + "\n\nShare this article\n\nRead next\n",
			[]string{"# Cranes for the harbour", "## What was leased", "## Outlook"}},
		{"a menu, a kicker, an author and the time to read",
			"Skip to main content\nHome\nResearch\nCommentary\n\nin the media\n\nCranes and the harbour\n\nA Example\n9 Min Read\n\nThe second quay\n\n" + harbour + "\n",
			[]string{"# Cranes and the harbour", "## The second quay"}},
		{"wrapped lines with blank lines",
			"Cranes for the Harbour\n\n" + wrapped + "\nWhat Was Leased\n\n" + wrapped + "\n" + wrapped + "\nOutlook\n\n" + wrapped,
			[]string{"# Cranes for the Harbour", "## What Was Leased", "## Outlook"}},
		{"wrapped lines without blank lines",
			"Cranes for the Harbour\n" + wrapped + "What Was Leased\n" + wrapped + "Outlook\n" + wrapped,
			[]string{"# Cranes for the Harbour", "## What Was Leased", "## Outlook"}},
		{"underlined",
			"Cranes for the harbour\n======================\n\n" + wrapped + "\nThe lease\n---------\n\n" + wrapped + "\nThe quay\n~~~~~~~~\n\n" + wrapped,
			[]string{"# Cranes for the harbour", "## The lease", "## The quay"}},
		{"capitals over small letters",
			"HARBOUR REPORT\n\nTHE LEASE TERMS\n\n" + harbour + "\n\nFirst quay\n\n" + harbour + "\n\nSecond quay\n\n" + harbour + "\n\nTHE CRANE COSTS\n\n" + harbour + "\n",
			[]string{"# HARBOUR REPORT", "## THE LEASE TERMS", "### First quay", "### Second quay", "## THE CRANE COSTS"}},
		{"numbers give the levels",
			"Harbour report\n\n1. Introduction\n\n" + harbour + "\n\n2. The lease\n\n" + harbour + "\n\n2.1 Terms\n\n" + harbour + "\n\n2.2 Duties\n\n" + harbour + "\n\n3. Outlook\n\n" + harbour + "\n",
			[]string{"# Harbour report", "## 1. Introduction", "## 2. The lease", "### 2.1 Terms", "### 2.2 Duties", "## 3. Outlook"}},
		{"numbered sentences over paragraphs",
			"Three lessons of the harbour\n1. Leases should be signed before the cranes are ordered.\n" + harbour + "\n2. Quays need more time than their builders say.\n" + harbour + "\n3. Nobody reads the second annex.\n" + harbour + "\n",
			[]string{"# Three lessons of the harbour", "## 1. Leases should be signed before the cranes are ordered.", "## 2. Quays need more time than their builders say.", "## 3. Nobody reads the second annex."}},
		{"a numbered list is no row of headings",
			"Harbour report\n" + harbour + "\n1. Two gantry cranes\n2. A mobile crane\n3. Four carriers\n" + harbour + "\n",
			[]string{"# Harbour report"}},
		{"hashes in a plain text",
			"Harbour report\n\n" + harbour + "\n\n# Notes\n\n1. " + harbour + "\n",
			[]string{"# Harbour report", "## Notes"}},
		{"the contents are listed once and tell the headings",
			"Harbour report\n\nContents\n\nThe lease\nWho pays for the second quay and its cranes, and when?\nTable 1. Cranes by year\n\nSummary\n\n" + harbour + "\n\nThe lease\n\n" + harbour + "\n\nTable 1. Cranes by year\n\n| Year | Cranes |\n| 2021 | 2 |\n\nWho pays for the second quay and its cranes, and when?\n\n" + harbour + "\n",
			[]string{"# Harbour report", "## Contents", "## Summary", "## The lease", "###### Table 1. Cranes by year", "## Who pays for the second quay and its cranes, and when?"}},
		{"captions, credits and dates head nothing",
			"Harbour report\nUpdated 3 March 2021\n" + harbour + "\nFigure 1. Cranes by year\nSource: port statistics\n" + harbour + "\nPhoto: A. Example\n" + harbour + "\nThe quay\n" + harbour + "\n",
			[]string{"# Harbour report", "## The quay"}},
		{"a dateline below an author, with its place", "Cranes for the harbour\n\nBy Ada Example and Jo Sample-Lee in Portville\nPORTVILLE, 14 March 2025\n\n" + harbour + "\n\nThe quay\n\n" + harbour + "\n",
			[]string{"# Cranes for the harbour", "## The quay"}},
		{"a dateline in another language", "Kräne für den Hafen\n\nVon Ada Example\nNeustadt, 6. Mai 2025\n\n" + harbour + "\n\nThe quay\n\n" + harbour + "\n",
			[]string{"# Kräne für den Hafen", "## The quay"}},
		{"who prepared it", "Cranes for the harbour\n\nPrepared on 2 May by the desk for harbours\n\n" + harbour + "\n\nPrepared by: A. Example\n\n" + harbour + "\n",
			[]string{"# Cranes for the harbour"}},
		{"the head of a memorandum", "MEMORANDUM\n\nTO: Director of Quays\nFROM: Crane Unit\nDATE: 12 May 2025\nSUBJECT: Lease of the second crane\n\n" + harbour + "\n\nThe quay\n\n" + harbour + "\n",
			[]string{"# Lease of the second crane", "## The quay"}},
		{"the sort of document above its title", "FOR IMMEDIATE RELEASE\n\nHarbour Leases a Second Crane\n\n" + harbour + "\n\nThe quay\n\n" + harbour + "\n",
			[]string{"# Harbour Leases a Second Crane", "## The quay"}},
		{"who writes for the paper, and what it is besides a name", "Cranes for the harbour\n\nClare Example\nHarbour Reporter, Portville Post\n\nBy\nNiha Sample\n\nPublished - June 12, 2024 10:31 pm IST - PORTVILLE\n" + harbour + "\n\nThe quay\n\n" + harbour + "\n",
			[]string{"# Cranes for the harbour", "## The quay"}},
		{"the paper that had the text first", "Cranes for the harbour\nPort News by George Example 3/25/2019\n\n" + harbour + "\n\nThe quay\n\n" + harbour + "\n",
			[]string{"# Cranes for the harbour", "## The quay"}},
		{"who speaks", "Harbour debate\n\nMr. Sample\n\n" + harbour + "\n\nGeorge Example\n\n" + harbour + "\n\nThe quay\n\n" + harbour + "\n",
			[]string{"# Harbour debate", "## The quay"}},
		{"a person of whom the section tells", "The makers of the quay\n\nGeorge Example\n\nWhen Example came to the harbour there was one crane, and it had been out of use since the winter in which the ice broke its arm.\n",
			[]string{"# The makers of the quay", "## George Example"}},
		{"a picture, its caption and whose it is", "Cranes for the harbour\n\nA crane at work\nA crane is at work on the second quay, which was opened in May.\nGeorge Example / Portville Post\n\n" + harbour + "\n\nPhoto courtesy of the yard\n\n" + harbour + "\n\nThe quay at night (file photo)\n\n" + harbour + "\n\nThe quay\n\n" + harbour + "\n",
			[]string{"# Cranes for the harbour", "## The quay"}},
		{"what the paper says for itself", "Cranes for the harbour\n\n" + harbour + "\n\nMake a Better Portville\n\nThe Post is your trusted resource for news of the port. Your donation keeps it going, today and in the years that come.\n\n" + harbour + "\n\nThe quay\n\n" + harbour + "\n",
			[]string{"# Cranes for the harbour", "## The quay"}},
		{"buttons that stick together", "Cranes for the harbour\n\nVideo PlayerClose\n\n" + harbour + "\n\nThe quay\n\n" + harbour + "\n",
			[]string{"# Cranes for the harbour", "## The quay"}},
		{"a court and its day", "Three rulings on quays\n\n" + harbour + "\n\nHarbour Court (Portville), 12 October 2021\n\n" + harbour + "\n\nThe quay\n\n" + harbour + "\n",
			[]string{"# Three rulings on quays", "## The quay"}},
		{"turns of an interview", "Talk with the harbour master\n\nQ: How old are the cranes?\n\nA: " + harbour + "\n\nQ: Would a new quay help the town?\n\nA: " + harbour + "\n\nQ: And who pays for it?\n\nA: " + harbour + "\n",
			[]string{"# Talk with the harbour master"}},
		{"a title said twice is one title",
			"Harbour report\n\nHarbour report\n\n" + harbour + "\n\nThe quay\n\n" + harbour + "\n",
			[]string{"# Harbour report", "## The quay"}},
		{"a text without a title",
			harbour + "\n" + harbour + "\n", nil},
		{"a timeline under its dates",
			"The harbour in four dates\n" + strings.Repeat("Some harbours grow in a single season, but this one took its time and then some more of it.\n", 12) + "March 2019\n" + harbour + "\nMay 2020\n" + harbour + "\nJune 2021\n" + harbour + "\n",
			[]string{"# The harbour in four dates", "## March 2019", "## May 2020", "## June 2021"}},
	} {
		if diff := cmp.Diff(c.want, outline(c.text)); diff != "" {
			t.Errorf("%s: headings differ (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestParagraphsAreJoined(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"lines of a wrapped paragraph", "Title of it\n\n" + wrapped + "\n" + wrapped,
			"Title of it\n" + oneLine(wrapped) + "\n" + oneLine(wrapped)},
		{"a word broken at its hyphen", "Title of it\n\n" + wrapped + "\nThe quay is well-\nbuilt and was paid for with the money of the tenants who came later.\n",
			"Title of it\n" + oneLine(wrapped) + "\nThe quay is well-built and was paid for with the money of the tenants who came later."},
		{"a word that is written without hyphen elsewhere", "Title of it\n\n" + wrapped + "\nThe quays were built for the steam-\nships of the line, and long-\nterm leases went to the ten-\nants; a steamship came daily, and the tenants paid in time to the regula-\ntions of the harbour.\n",
			"Title of it\n" + oneLine(wrapped) + "\nThe quays were built for the steamships of the line, and long-term leases went to the tenants; a steamship came daily, and the tenants paid in time to the regulations of the harbour."},
		{"a sentence that goes over the page", "Title of it\n\nNobody had asked what would become of the cranes once the lease was\nover, and nobody would have known.\n" + "The tenants came late and paid late, and of those who had signed the\n\nHarbour Authority\n1\n\fHarbour Authority\nfirst lease none was left when the quay was opened to the ships of the\nline.\n\nHarbour Authority\n2\n\fHarbour Authority\n" + wrapped,
			"Title of it\nNobody had asked what would become of the cranes once the lease was over, and nobody would have known.\nThe tenants came late and paid late, and of those who had signed the first lease none was left when the quay was opened to the ships of the line.\nHarbour Authority\n1\nHarbour Authority\nHarbour Authority\n2\nHarbour Authority\n" + oneLine(wrapped)},
	} {
		if diff := cmp.Diff(strings.Split(c.want, "\n"), strings.Split(canonical(c.text), "\n")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
