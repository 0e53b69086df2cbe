/** How a tool reads a file without losing anything (docs/domain/readers.md, where they were measured). `projects.csv` is the file with `headings=names`. */
export interface Recipe {
  readonly tool: string;
  readonly code: string;
}

const recipe = (tool: string, ...lines: string[]): Recipe => ({ tool, code: lines.join('\n') });

/** How a program without anybody who signs in takes a file; `--fail` keeps an error from becoming the file. */
export const withToken = ({ PUBLIC_URL }: { readonly PUBLIC_URL: string }): string =>
  [
    `token=$(curl --silent --fail --user "$CLIENT_ID:$CLIENT_SECRET" "$TOKEN_URL" \\`,
    `  --data grant_type=client_credentials --data scope=report:all-data | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
    `curl --fail --retry 5 --header "Authorization: Bearer $token" --output projects.csv \\`,
    `  "${PUBLIC_URL}/exports/all-data.csv?headings=names"`,
  ].join('\n');

export const recipes: readonly Recipe[] = [
  recipe(
    'DuckDB',
    `select school_urn, school_name, try_cast(significant_date as date) as significant_date,`,
    `       try_cast(grant_amount as decimal(12,2)) as grant_amount`,
    `  from read_csv('projects.csv', header=true, delim=',', quote='"', escape='"', all_varchar=true)`,
  ),
  recipe('DuckDB, from Parquet', `select school_urn, significant_date, grant_amount from 'projects.parquet'`),
  recipe('Node, csv-parse', `parse(bytes, { bom: true, columns: true })`),
  recipe(
    'Python, pandas',
    `d = pd.read_csv("projects.csv", dtype=str, keep_default_na=False)`,
    `d["significant_date"] = pd.to_datetime(d["significant_date"], format="%Y-%m-%d", errors="coerce")`,
    `d["grant_amount"] = pd.to_numeric(d["grant_amount"])`,
  ),
  recipe(
    'Python, polars',
    `d = pl.read_csv("projects.csv", infer_schema=False)`,
    `d = d.with_columns(pl.col("significant_date").str.to_date("%Y-%m-%d", strict=False))`,
  ),
  recipe('Python, csv', `csv.DictReader(open("projects.csv", encoding="utf-8-sig", newline=""))`),
  recipe(
    'R, readr',
    `d <- readr::read_csv("projects.csv", col_types = cols(.default = "c", significant_date = col_date("%Y-%m-%d"),`,
    `                     grant_amount = col_double()), na = "", trim_ws = FALSE)`,
  ),
  recipe(
    'Power Query (Excel, Power BI)',
    `let`,
    `  Token = Json.Document(Web.Contents(TokenUrl, [Headers = [#"Content-Type" = "application/x-www-form-urlencoded"],`,
    `    Content = Text.ToBinary("grant_type=client_credentials&scope=report:all-data&client_id=" & ClientId & "&client_secret=" & Secret)]))[access_token],`,
    `  Source = Web.Contents(Address, [RelativePath = "exports/all-data.csv", Query = [headings = "names"],`,
    `    Headers = [Authorization = "Bearer " & Token]]),`,
    `  Cells = Table.PromoteHeaders(Csv.Document(Source, [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv])),`,
    `  Typed = Table.TransformColumns(Cells, {`,
    `    {"significant_date", each try Date.FromText(_, [Format = "yyyy-MM-dd"]) otherwise null, type nullable date},`,
    `    {"grant_amount", each try Number.FromText(_, "en-GB") otherwise null, type nullable number}})`,
    `in Typed`,
  ),
  recipe(
    'Power BI, incremental refresh: a table of what has changed, a partition for each month, of which only the present one is read again',
    `let`,
    `  Day = (moment) => Date.AddDays(Date.From(moment), -1),`,
    `  Until = if Day(RangeEnd) < Date.From(DateTime.LocalNow()) then [until = Date.ToText(Day(RangeEnd), [Format = "yyyy-MM-dd"])] else [],`,
    `  Source = Web.Contents(Address, [RelativePath = "exports/all-data.csv", Headers = [Authorization = "Bearer " & Token],`,
    `    Query = [headings = "names", since = Date.ToText(Day(RangeStart), [Format = "yyyy-MM-dd"])] & Until]),`,
    `  Cells = Table.PromoteHeaders(Csv.Document(Source, [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv])),`,
    `  Placed = Table.AddColumn(Cells, "month", each RangeStart, type datetime)`,
    `in Placed`,
  ),
  recipe(
    'PostgreSQL, psql (a table of text columns)',
    String.raw`\copy projects from 'projects.csv' with (format csv, header match, encoding 'utf8')`,
  ),
  recipe('SQLite', `.import --csv projects.csv projects`),
  recipe(
    'LibreOffice',
    `Open the file; in the dialog choose UTF-8 and comma, mark all columns, and set their type to Text.`,
  ),
];
