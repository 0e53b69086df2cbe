/** Finds rows of a copy by words of the name, in any order, or by a whole number; names that start so come first. */
export const searchCopies = (table: string, numbers: readonly string[], conditions: readonly string[]): string => `
  select state
    from ${table}
   where (search_name like all (string_to_array(?, E'\\n')) or ${numbers.map((column) => `${column} = ?`).join(' or ')})
     ${conditions.map((condition) => `and ${condition}`).join(' ')}
   order by not starts_with(search_name, ?), search_name, ${numbers[0]}
   limit ?`;
